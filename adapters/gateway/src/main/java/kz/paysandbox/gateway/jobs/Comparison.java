package kz.paysandbox.gateway.jobs;

import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.store.ReconciliationTable.Sums;

/**
 * A payment in our books and in the bank's.
 *
 * @param completed paid, by our books, in tenge
 * @param refunded given back, by our books
 * @param bankCompleted paid, by the bank's
 * @param bankRefunded given back, by the bank's
 */
record Comparison(Tenge completed, Tenge refunded, Tenge bankCompleted, Tenge bankRefunded) {
    /** How the bank is asked for a payment's sums. */
    enum Question {
        /** For what was paid and what can still be refunded. */
        DETAILS,
        /** Whether it was paid after all. */
        STATUS,
        /** Not: its end is the bank's own word, it has not ended, or the bank has never known it. */
        NONE
    }

    static Question question(Payment payment) {
        if (payment.externalId().isEmpty()) {
            return Question.NONE;
        }
        return switch (payment.status()) {
            case COMPLETED, REFUNDED -> Question.DETAILS;
            case EXPIRED -> Question.STATUS;
            case PENDING, PROCESSING, FAILED, CANCELLED -> Question.NONE;
        };
    }

    /** With what the bank says of a purchase. */
    static Comparison of(Payment payment, Tenge bankCompleted, Tenge bankRefunded) {
        boolean paid = payment.status().paid();
        return new Comparison(
                paid ? payment.amount() : Tenge.ZERO,
                paid ? payment.refunded() : Tenge.ZERO,
                bankCompleted,
                bankRefunded);
    }

    boolean agrees() {
        return completed.equals(bankCompleted) && refunded.equals(bankRefunded);
    }

    Sums addedTo(Sums sums) {
        return new Sums(
                sums.payments() + 1,
                sums.completed().plus(completed),
                sums.refunded().plus(refunded),
                sums.bankCompleted().plus(bankCompleted),
                sums.bankRefunded().plus(bankRefunded),
                sums.differences() + (agrees() ? 0 : 1));
    }

    /** What differs, for a person. */
    Optional<String> difference() {
        return agrees()
                ? Optional.empty()
                : Optional.of("our books: " + completed + " tenge paid, " + refunded + " refunded; the bank's: "
                        + bankCompleted + " paid, " + bankRefunded + " refunded");
    }
}
