package kz.paysandbox.gateway.payment;

import java.util.Locale;

/** What became of an operation. Applied and not applied are proofs. */
public enum OperationState {
    /** Written; the bank may be asked at this moment, or the program died. */
    STARTED,
    /** The bank carried it out. */
    APPLIED,
    /** It was certainly not carried out. */
    NOT_APPLIED,
    /** Nobody knows yet. */
    UNKNOWN;

    /** As tables and answers have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of a word.
     *
     * @throws IllegalArgumentException when it is none of {@link #word}
     */
    public static OperationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether it may still turn out either way. */
    public boolean open() {
        return this == STARTED || this == UNKNOWN;
    }
}
