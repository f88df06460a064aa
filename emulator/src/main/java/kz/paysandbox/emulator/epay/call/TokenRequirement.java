package kz.paysandbox.emulator.epay.call;

/** The requirement of a row for the caller's token. */
public enum TokenRequirement {
    /** No token. */
    OPEN,
    /** An invoice's token, with scope {@code payment} (payment page). */
    PAY,
    /** A client's token; money is charged, given up or given back, so each call has a token of its own. */
    OPERATE,
    /** A client's token; something is changed, and no money moves, so the token may serve again. */
    MANAGE,
    /** A client's token; nothing is changed. */
    READ;

    /** Whether each call must come with a token that was not used before. */
    boolean usesUp() {
        return this == PAY || this == OPERATE;
    }
}
