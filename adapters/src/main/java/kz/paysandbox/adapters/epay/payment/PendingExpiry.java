package kz.paysandbox.adapters.epay.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time after which a shop stops waiting for a customer who went away. The bank expires nothing by itself, as far
 * as is known.
 *
 * @param life how long an order may stay unpaid
 */
public record PendingExpiry(Duration life) {
    /** Checks the life. */
    public PendingExpiry {
        if (life.isNegative() || life.isZero()) {
            throw new IllegalArgumentException("a pending payment must live for a while");
        }
    }

    /**
     * Whether an order may be given up: its time is over and the bank shows no money held or taken.
     *
     * @param orderedAt when the order was made
     * @param transaction what the status shows now, if anything
     */
    public boolean expired(Instant orderedAt, Optional<Transaction> transaction, Instant now) {
        boolean over = !now.isBefore(orderedAt.plus(life));
        return over && transaction.map(found -> found.state().pending()).orElse(true);
    }
}
