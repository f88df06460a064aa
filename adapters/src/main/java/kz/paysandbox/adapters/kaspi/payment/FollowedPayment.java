package kz.paysandbox.adapters.kaspi.payment;

import java.util.concurrent.CompletableFuture;

/**
 * A payment that is being followed. Cancelling {@link #end()} stops the polling.
 *
 * @param end completes with how it ended, or with the failure that ended the following
 */
public record FollowedPayment(CompletableFuture<End> end) {
    /** What is known about the payment when the following ends. */
    public enum Outcome {
        /** The bank showed Processed: the customer has paid. */
        PAID,
        /** The bank showed a final state without payment: the customer has not paid, and cannot any more. */
        NOT_PAID,
        /** The life of the code is over and no final state was seen: ask for the status later, the money may have moved. */
        UNCONFIRMED
    }

    /**
     * How it ended.
     *
     * @param status the last state seen; empty word where none was
     * @param outcome what that says
     */
    public record End(PaymentStatus status, Outcome outcome) {
        /** The end that the last state seen means. */
        public static End seen(PaymentStatus last) {
            if (last.paid()) {
                return new End(last, Outcome.PAID);
            }
            return new End(last, last.terminal() ? Outcome.NOT_PAID : Outcome.UNCONFIRMED);
        }
    }

    /** Stops the polling; {@link #end()} is then cancelled. */
    public void cancel() {
        end.cancel(true);
    }
}
