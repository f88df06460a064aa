package kz.paysandbox.adapters.epay.callback;

import kz.paysandbox.adapters.epay.payment.TransactionState;

/** The shop's memory of callbacks that it has acted on, in its own database; it must survive a restart. */
@FunctionalInterface
public interface CallbackStore {
    /** What the shop already knew. */
    enum Seen {
        /** This stage was new: the shop has acted on it. */
        FIRST,
        /** This stage was acted on before. */
        DUPLICATE,
        /** A later stage was acted on before. */
        OUTDATED
    }

    /**
     * Lets the shop act on a stage that is new, and remembers it only when the shop has done so; best in one transaction
     * of the shop's database. A second caller with the same transaction waits for the first one. If the handler throws,
     * nothing is remembered and the failure is the caller's.
     *
     * @param transactionId the transaction's UUID
     * @param stage {@link TransactionState.Kind#stage()}; the highest one stays
     * @param handler what the shop does; not called for a stage that was acted on before
     */
    Seen once(String transactionId, int stage, Runnable handler);
}
