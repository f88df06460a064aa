package kz.paysandbox.adapters.kaspi;

import java.util.concurrent.CompletableFuture;

/**
 * A payment that is being followed. Cancelling {@link #end()} stops the polling.
 *
 * @param end completes with the last state seen, or with the failure that ended the following
 */
public record Following(CompletableFuture<End> end) {
    /**
     * How it ended.
     *
     * @param status the last state seen
     * @param lifeOver whether the code's life ended before a final state was seen: show the error screen (2.3)
     */
    public record End(PaymentStatus status, boolean lifeOver) {
        /** Whether the customer has paid. */
        public boolean paid() {
            return status.paid();
        }
    }

    /** Stops the polling; {@link #end()} is then cancelled. */
    public void cancel() {
        end.cancel(true);
    }
}
