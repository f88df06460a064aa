package kz.paysandbox.junit;

import kz.paysandbox.junit.process.Choices;

/** Whether there is a sandbox to test with: in {@code mvn test} without {@code package} there may be none. */
public final class BuiltSandbox {

    private BuiltSandbox() {}

    static boolean isThere() {
        return Choices.ofProgram().find("sandbox.jar").isPresent()
                || BuiltSandbox.class.getResource("/META-INF/sandbox/sandbox.jar") != null;
    }
}
