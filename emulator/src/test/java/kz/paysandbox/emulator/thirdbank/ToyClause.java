package kz.paysandbox.emulator.thirdbank;

import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.Finding;

/** What the toy bank asks of its callers. */
enum ToyClause implements Clause {
    REFERENCE_MISSING;

    @Override
    public String rule() {
        return "toy.reference.missing";
    }

    @Override
    public Finding.Severity severity() {
        return Finding.Severity.WARNING;
    }

    @Override
    public String text() {
        return "1.1: a payment has a reference";
    }

    @Override
    public String seen() {
        return "a payment without the parameter reference";
    }
}
