package kz.paysandbox.junit;

import kz.paysandbox.junit.process.Choices;

/** Whether there is a sandbox to test with: in {@code mvn test} without {@code package} there may be none. */
public final class SandboxAvailability {

    private SandboxAvailability() {}

    static boolean isThere() {
        return Choices.ofProgram().find("sandbox.jar").isPresent()
                || SandboxAvailability.class.getResource("/META-INF/sandbox/sandbox.jar") != null;
    }
}
