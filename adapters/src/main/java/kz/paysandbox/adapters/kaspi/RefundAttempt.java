package kz.paysandbox.adapters.kaspi;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Clue;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.money.Tenge;

/**
 * One refund with the reading of the refundable amount around it. The books name no refund, they only have the sum that is
 * left: since other tills and the cashier's app refund too (3.4.5), a difference of exactly the amount is a proof for a
 * {@link Assumption#SOLE_OPERATOR} alone. What is left never grows, so less than the amount excludes a refund that is not
 * in the difference yet.
 */
record RefundAttempt(
        Reconciliation reconciliation, BooleanSupplier alone, Supplier<PaymentDetails> details, Refund found) {
    MoneyAnswer<Refund> make(Supplier<Refund> call) {
        PaymentDetails before;
        try {
            before = details.get();
        } catch (PaymentException e) {
            return MoneyAnswer.notApplied(e, "the purchase could not be read, so no refund was sent");
        }
        return reconciliation.settle(
                call, () -> clue(before.refundable(), details.get().refundable()));
    }

    private Clue<Refund> clue(Tenge before, Tenge now) {
        String finding = "refundable was " + before + " and is " + now + " tenge";
        if (now.equals(before)) {
            return Clue.unchanged(finding);
        }
        if (now.compareTo(before) > 0) {
            return Clue.undecided(finding + ", which no refund explains");
        }
        Tenge gone = before.minus(now);
        if (gone.compareTo(found.amount()) < 0 && now.compareTo(found.amount()) < 0) {
            return Clue.notApplied(finding + ": too little has gone for this refund, and too little is left");
        }
        if (!gone.equals(found.amount())) {
            return Clue.undecided(finding + ", which is not this refund alone");
        }
        return reconciliation.assumes(Assumption.SOLE_OPERATOR) && alone.getAsBoolean()
                ? Clue.applied(found, finding)
                : Clue.undecided(finding + ", which another refund of this amount explains as well");
    }
}
