package kz.paysandbox.gateway.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When the bank is asked for a payment's state without anybody asking us. An invoice is asked for once, at its end: the
 * bank forbids to poll it (4.6).
 *
 * @param unasked after which times an ePay payment is asked for, counted from its making; no source names a rhythm
 */
public record FollowPlan(List<Duration> unasked) {
    /** How long after its end a payment that could not be given up is looked at again, at least. */
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** Copies the list. */
    public FollowPlan {
        unasked = List.copyOf(unasked);
    }

    /**
     * When to look next, or not at all.
     *
     * @param now after a look, or after the payment was made
     */
    public Optional<Instant> next(Payment payment, Instant now) {
        if (!follows(payment, now)) {
            return Optional.empty();
        }
        Instant end = payment.dates().expiresAt();
        if (!now.isBefore(end)) {
            return Optional.of(now.plus(pause(Duration.between(end, now))));
        }
        Instant next = switch (payment.kind()) {
            case INVOICE -> end;
            case LINK, QR -> now.plus(payment.dates().pollingInterval());
            case WIDGET, SAVED_CARD -> step(payment.dates().createdAt(), now).orElse(end);
        };
        return Optional.of(next.isAfter(end) ? end : next);
    }

    /**
     * Whether a payment is looked at without anybody asking: an open one, and until its end a card payment that was
     * declined or that only we have cancelled, for the customer may try another card on the bank's page.
     */
    public static boolean follows(Payment payment, Instant now) {
        return payment.status().open()
                || (anotherCard(payment) && now.isBefore(payment.dates().expiresAt()));
    }

    /** Whether a payment that has ended without money may have been paid by another card: once more it is asked for. */
    public static boolean anotherCard(Payment payment) {
        return payment.kind() == PaymentKind.WIDGET
                && (payment.status() == ServiceStatus.FAILED || payment.status() == ServiceStatus.CANCELLED);
    }

    /** Longer and longer: as long as the end is past, from five minutes to a day. */
    private static Duration pause(Duration past) {
        if (past.compareTo(AGAIN) < 0) {
            return AGAIN;
        }
        return past.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : past;
    }

    private Optional<Instant> step(Instant createdAt, Instant now) {
        return unasked.stream().map(createdAt::plus).filter(now::isBefore).findFirst();
    }

    /** Whether the payment may be given up, once the bank has been asked: its time is over and no money is held. */
    public static boolean over(Payment payment, Instant now) {
        return payment.status().open()
                && !payment.state().authorized()
                && !now.isBefore(payment.dates().expiresAt());
    }
}
