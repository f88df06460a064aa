package kz.paysandbox.emulator.epay.domain;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;

/**
 * The bank's rules that have a switch, and the sandbox's bounds.
 *
 * @param holdLife how long blocked money waits for a charge
 * @param challengeLife how long the issuer's page waits for the customer
 * @param unknownCards whether a well-formed number that is no test card pays
 * @param savedCardChallenge whether a saved card with 3-D Secure is challenged again
 * @param uniqueTails whether an invoice is refused that ends with the six digits of another
 * @param mostPayments bound of payments and of what hangs on them
 * @param mostTokens bound of tokens, payment pages, saved cards and invoice links, each
 */
public record EpayRules(
        Duration holdLife,
        Duration challengeLife,
        Refunds refunds,
        boolean unknownCards,
        boolean savedCardChallenge,
        boolean uniqueTails,
        int mostPayments,
        int mostTokens) {

    /**
     * How money goes back.
     *
     * @param least the smallest refund (refund page: 10 KZT)
     * @param smallRests whether all that is left can go back where it is less than that
     * @param window how long after the charge money can go back; empty for always
     * @param sameExternalId what becomes of a refund whose externalID was used before
     */
    public record Refunds(Money least, boolean smallRests, Optional<Duration> window, Repeat sameExternalId) {}

    /** What becomes of a repeated refund. */
    public enum Repeat {
        REFUSED,
        /** Answered as the first, nothing moved. */
        SAME_ANSWER,
        /** Money moves again. */
        APPLIED
    }
}
