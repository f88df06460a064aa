package kz.paysandbox.gateway.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of a payment.
 *
 * @param createdAt when it was written
 * @param expiresAt when it may be given up, after a last look at the bank
 * @param paidAt when it was first seen paid
 * @param askedAt when the bank was last asked for its state
 * @param pollingInterval how often the bank lets its state be asked
 */
public record PaymentDates(
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> paidAt,
        Optional<Instant> askedAt,
        Duration pollingInterval) {
    /** Written now, to be given up then. */
    public static PaymentDates from(Instant now, Duration life, Duration pollingInterval) {
        return new PaymentDates(now, now.plus(life), Optional.empty(), Optional.empty(), pollingInterval);
    }

    /** The same with the bank's own end and rhythm. */
    public PaymentDates announced(Instant end, Duration interval) {
        return new PaymentDates(createdAt, end, paidAt, askedAt, interval);
    }

    /** The same, paid. */
    public PaymentDates paid(Instant when) {
        return new PaymentDates(createdAt, expiresAt, Optional.of(paidAt.orElse(when)), askedAt, pollingInterval);
    }
}
