package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;

/**
 * 3-D Secure under way.
 *
 * @param md the id that goes with it through the issuer's page
 * @param deadline the first instant that is too late
 * @param wrongCodes how often a wrong code was typed
 */
public record Challenge(String md, Instant began, Instant deadline, int wrongCodes) {

    /** After so many wrong codes the issuer's page gives up. */
    public static final int MOST_WRONG_CODES = 3;

    /** Whether no code is looked at any more. */
    boolean isSpent() {
        return wrongCodes >= MOST_WRONG_CODES;
    }

    Challenge wrong() {
        return new Challenge(md, began, deadline, wrongCodes + 1);
    }
}
