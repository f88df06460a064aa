package kz.paysandbox.adapters.kaspi;

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Clue;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Reconciliation;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;

/**
 * One refund with the reading of the refundable amount around it. The books name no refund, they only have the sum that is
 * left: since other tills and the cashier's app refund too (3.4.5), a difference of exactly the amount is a proof for a
 * {@link Assumption#SOLE_OPERATOR} alone. What is left never grows, so less than the amount excludes a refund that is not
 * in the difference yet.
 */
record RefundAttempt(
        Reconciliation reconciliation,
        BooleanSupplier alone,
        Function<Execution, CompletableFuture<PaymentDetails>> details,
        Refund found) {
    CompletableFuture<MoneyAnswer<Refund>> make(Execution execution, Supplier<CompletableFuture<Refund>> call) {
        return Futures.recover(
                Futures.begin(() -> details.apply(execution)).thenCompose(before -> sent(execution, call, before)),
                unread -> CompletableFuture.completedFuture(
                        MoneyAnswer.notApplied(unread, "the purchase could not be read, so no refund was sent")));
    }

    /** All failures of the bank are settled here, so that none is taken for one of the reading before. */
    private CompletableFuture<MoneyAnswer<Refund>> sent(
            Execution execution, Supplier<CompletableFuture<Refund>> call, PaymentDetails before) {
        return reconciliation.settle(
                execution,
                call,
                (by, failure) -> details.apply(by).thenApply(now -> clue(before.refundable(), now.refundable())));
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
