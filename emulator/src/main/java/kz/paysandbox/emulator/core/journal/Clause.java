package kz.paysandbox.emulator.core.journal;

import kz.paysandbox.emulator.core.journal.Finding.Severity;

/** A written rule whose breach can be seen from the bank's side. Each room has its own list of them. */
public interface Clause {

    /** Public id, as {@code toy.request-id.missing}. */
    String rule();

    Severity severity();

    /** Where it is written and what it says. */
    String text();

    /** What is taken for a breach, and what cannot be told from here. */
    String seen();
}
