package kz.paysandbox.gateway.payment;

import java.util.Locale;

/** What was asked of the bank. */
public enum OperationKind {
    /** Open or take a payment. */
    CREATE,
    /** Give money back. */
    REFUND,
    /** Withdraw an unpaid invoice or release a hold. */
    CANCEL,
    /** Take held money. */
    CHARGE;

    /** As tables have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException when it is none of {@link #word}
     */
    public static OperationKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
