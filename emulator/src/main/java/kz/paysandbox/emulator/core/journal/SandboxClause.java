package kz.paysandbox.emulator.core.journal;

import kz.paysandbox.emulator.core.journal.Finding.Severity;

/** The sandbox's own rules: what only its headers can break. */
public enum SandboxClause implements Clause {
    WORLD_CONTRADICTION(
            "sandbox.world.contradiction",
            Severity.WARNING,
            "control: credentials select the world",
            "X-Sandbox-World names another world than the credentials do; the credentials win"),
    WORLD_UNKNOWN(
            "sandbox.world.unknown",
            Severity.ERROR,
            "control: X-Sandbox-World names a world that was made before",
            "a call whose header names no world; it is answered as if the header were not there"),
    FAULT_UNKNOWN(
            "sandbox.fault.unknown",
            Severity.ERROR,
            "control: X-Sandbox-Fault names a fault of GET /__sandbox/catalogue that this bank has",
            "a call whose header names none; it is refused with HTTP 400 and nothing is applied, so that no test passes"
                    + " by it");

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Words words;

    SandboxClause(String rule, Severity severity, String text, String seen) {
        words = new Words(rule, severity, text, seen);
    }

    @Override
    public Words words() {
        return words;
    }
}
