package kz.paysandbox.gateway.store;

import java.util.Locale;

/** What a person must look into ({@code attention.kind}). */
public enum AttentionKind {
    /** The outcome of an operation is unknown, and the books do not tell; its subject is the operation. */
    OPERATION,
    /** A callback could not be confirmed; its subject is the row of callback_retries. */
    CALLBACK,
    /** A call was told as not applied, and the bank's own answer says that it is; its subject is the operation. */
    LATE_ANSWER,
    /** The bank holds money for a payment that ended without money; its subject is the payment. */
    HELD,
    /** A payment was paid after its end, and its order has another one by now; its subject is the payment. */
    ORDER,
    /** The bank shows a state that ours does not lead to; its subject is the payment. */
    CONTRADICTION,
    /** A day's payment differs from what the bank shows; its subject is the payment. */
    RECONCILIATION,
    /** A shop does not take its messages; its subject is the shop. */
    WEBHOOK,
    /** The bank no longer lists a till's trade point; its subject is the row of payment_config. */
    CONFIGURATION,
    /** The bank cannot be asked for a payment; its subject is the payment. */
    FOLLOW,
    /** A job fails again and again; its subject is the job's kind and subject. */
    JOB,
    /** A line of the adapters' journals is nobody's, and the books do not tell; its subject is the line. */
    JOURNAL;

    /** As answers and the table have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException when it is none of {@link #word}
     */
    public static AttentionKind of(String word) {
        return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
