package kz.paysandbox.junit.process;

import java.util.Map;

/** A sandbox that this program uses until it closes this. */
public sealed interface UsedSandbox extends AutoCloseable permits SharedSandbox, ExternalSandbox {

    /**
     * The running one that {@code sandbox.control} names, else one that is shared with others of the same settings.
     *
     * @throws SandboxException where it can neither be found nor started, or where the named one would need settings
     */
    static UsedSandbox of(Choices choices, Map<String, String> settings) {
        return choices.find("sandbox.control")
                .<UsedSandbox>map(control -> ExternalSandbox.at(control, choices, settings))
                .orElseGet(() -> SharedSandbox.join(choices, settings));
    }

    /** Where it is. */
    RunningSandbox running();

    @Override
    void close();
}
