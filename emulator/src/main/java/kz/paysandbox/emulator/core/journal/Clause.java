package kz.paysandbox.emulator.core.journal;

import java.util.Optional;
import kz.paysandbox.emulator.core.journal.Finding.Severity;

/** A written rule whose breach can be seen from the bank's side. Each room has its own list of them. */
public interface Clause {

    /**
     * What is written.
     *
     * @param rule public id, as {@code toy.request-id.missing}
     * @param text where it is written and what it says
     * @param seen what is taken for a breach, and what cannot be told from here
     */
    record Words(String rule, Severity severity, String text, String seen) {}

    Words words();

    /** Public id, as {@code toy.request-id.missing}. */
    default String rule() {
        return words().rule();
    }

    default Severity severity() {
        return words().severity();
    }

    /** Where it is written and what it says. */
    default String text() {
        return words().text();
    }

    /** What is taken for a breach, and what cannot be told from here. */
    default String seen() {
        return words().seen();
    }

    /** The situation in which it is kept or broken; empty where nobody counts it. */
    default Optional<Situation> situation() {
        return Optional.empty();
    }
}
