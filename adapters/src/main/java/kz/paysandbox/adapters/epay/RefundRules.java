package kz.paysandbox.adapters.epay;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;

/**
 * The limits that are checked before a refund is sent.
 *
 * @param minimum the least amount in tenge; the bank's page says 10
 * @param window how long after the payment; the bank names none
 */
public record RefundRules(Tenge minimum, Optional<Duration> window) {
    /** Ten tenge at least, at any time. */
    public static final RefundRules DOCUMENTED = new RefundRules(Tenge.of(10), Optional.empty());

    /** The same minimum within a time after the payment. */
    public RefundRules within(Duration time) {
        return new RefundRules(minimum, Optional.of(time));
    }

    /** Why a refund may not be sent, if it may not. */
    Optional<String> objection(Tenge amount, Optional<Instant> paidAt, Instant now) {
        if (amount.compareTo(minimum) < 0) {
            return Optional.of("a refund of " + amount + " is below the minimum of " + minimum + " tenge");
        }
        boolean late = window.isPresent()
                && paidAt.map(paid -> now.isAfter(paid.plus(window.get()))).orElse(false);
        return late ? Optional.of("the refund window of " + window.get() + " is over") : Optional.empty();
    }
}
