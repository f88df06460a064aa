package kz.paysandbox.adapters.kaspi;

import java.util.function.Supplier;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.money.Clue;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.money.Tenge;

/** One refund with the reading of the refundable amount around it. */
record RefundAttempt(Reconciliation reconciliation, Supplier<Tenge> refundable, Refund found) {
    static RefundAttempt of(Reconciliation reconciliation, Supplier<Tenge> refundable, Refund found) {
        return new RefundAttempt(reconciliation, refundable, found);
    }

    MoneyAnswer<Refund> make(Supplier<Refund> call) {
        Tenge before;
        try {
            before = refundable.get();
        } catch (PaymentException e) {
            return MoneyAnswer.notApplied(e, "the purchase could not be read, so no refund was sent");
        }
        return reconciliation.settle(call, () -> clue(before, refundable.get()));
    }

    private Clue<Refund> clue(Tenge before, Tenge now) {
        String finding = "refundable was " + before + " and is " + now + " tenge";
        if (now.equals(before)) {
            return Clue.unchanged(finding);
        }
        return now.plus(found.amount()).equals(before)
                ? Clue.applied(found, finding)
                : Clue.undecided(finding + ", which another refund explains as well");
    }
}
