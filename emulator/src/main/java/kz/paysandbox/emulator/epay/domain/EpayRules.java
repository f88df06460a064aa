package kz.paysandbox.emulator.epay.domain;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;

/**
 * The bank's rules that have a switch, and the sandbox's bounds.
 *
 * @param uniqueTails whether an invoice is refused that ends with the six digits of another
 */
public record EpayRules(Waits waits, Refunds refunds, Cards cards, boolean uniqueTails, Bounds most) {

    /**
     * How long is waited for somebody.
     *
     * @param hold how long blocked money waits for a charge
     * @param challenge how long the issuer's page waits for the customer
     */
    public record Waits(Duration hold, Duration challenge) {}

    /**
     * How money goes back.
     *
     * @param least the smallest refund (refund page: 10 KZT)
     * @param smallRests whether all that is left can go back where it is less than that
     * @param window how long after the charge money can go back; empty for always
     * @param sameExternalId what becomes of a refund whose externalID was used before
     */
    public record Refunds(Money least, boolean smallRests, Optional<Duration> window, Repeat sameExternalId) {}

    /**
     * Which cards pay, and how.
     *
     * @param unknown whether a well-formed number that is no test card pays
     * @param savedChallenge whether a saved card with 3-D Secure is challenged again
     */
    public record Cards(boolean unknown, boolean savedChallenge) {}

    /**
     * How much one world holds.
     *
     * @param payments bound of payments and of what hangs on them
     * @param tokens bound of tokens, payment pages, saved cards and invoice links, each
     */
    public record Bounds(int payments, int tokens) {}

    /** What becomes of a repeated refund. */
    public enum Repeat {
        REFUSED,
        /** Answered as the first, nothing moved. */
        SAME_ANSWER,
        /** Money moves again. */
        APPLIED
    }
}
