package kz.paysandbox.adapters.epay;

/** The shop's memory of callbacks, in its own database; it must survive a restart. */
@FunctionalInterface
public interface CallbackStore {
    /** What the shop already knew. */
    enum Seen {
        /** This stage is new: act on it. */
        FIRST,
        /** This stage was acted on before. */
        DUPLICATE,
        /** A later stage was acted on before. */
        OUTDATED
    }

    /**
     * Remembers a stage, in one step with the comparison, so that two threads never both hear FIRST.
     *
     * @param transactionId the transaction's UUID
     * @param stage {@link TransactionState.Kind#stage()}; the highest one stays
     */
    Seen remember(String transactionId, int stage);
}
