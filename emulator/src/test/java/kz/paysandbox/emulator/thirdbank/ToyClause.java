package kz.paysandbox.emulator.thirdbank;

import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.Finding;

/** What the toy bank asks of its callers. */
enum ToyClause implements Clause {
    REFERENCE_MISSING;

    @Override
    public Words words() {
        return new Words(
                "toy.reference.missing",
                Finding.Severity.WARNING,
                "1.1: a payment has a reference",
                "a payment without the parameter reference");
    }
}
