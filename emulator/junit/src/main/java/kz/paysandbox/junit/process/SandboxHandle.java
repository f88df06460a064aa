package kz.paysandbox.junit.process;

import java.util.Map;

/** A sandbox that this program uses until it closes this. */
public sealed interface SandboxHandle extends AutoCloseable permits SandboxShare, ExternalSandbox {

    /**
     * The running one that {@code sandbox.control} names, else one that is shared with others of the same settings.
     *
     * @throws SandboxException where it can neither be found nor started, or where the named one would need settings
     */
    static SandboxHandle of(Choices choices, Map<String, String> settings) {
        return choices.find("sandbox.control")
                .<SandboxHandle>map(control -> ExternalSandbox.at(control, choices, settings))
                .orElseGet(() -> SandboxShare.join(choices, settings));
    }

    /** Where it is. */
    SandboxAddress address();

    /** What it printed last, as why it has ended; empty where that is not known. */
    default String lastWords() {
        return "";
    }

    @Override
    void close();
}
