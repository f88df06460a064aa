package kz.paysandbox.adapters.kaspi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.transport.Background;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls one payment at the bank's rhythm until it is final or its life is over (2.3): the scan time runs from the
 * payment's creation, the confirmation time from the first Wait that is seen. Each poll plans the next, so a payment
 * holds a thread only while a call is made.
 */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final PaymentTimes times;
    private final Supplier<PaymentStatus> ask;
    private final Consumer<PaymentStatus> changes;
    private final Background background;
    private final Clock clock;
    private final CompletableFuture<Following.End> end = new CompletableFuture<>();
    private volatile Instant lifeEnd;
    private volatile @Nullable PaymentStatus last;

    Follower(
            Payment payment,
            Supplier<PaymentStatus> ask,
            Consumer<PaymentStatus> changes,
            Background background,
            Clock clock) {
        this.times = payment.times();
        this.ask = ask;
        this.changes = changes;
        this.background = background;
        this.clock = clock;
        this.lifeEnd = payment.receivedAt().plus(times.scanTimeout());
    }

    Following start() {
        plan(times.pollingInterval());
        return new Following(end);
    }

    private void plan(Duration pause) {
        Duration left = Duration.between(clock.instant(), lifeEnd);
        Duration next = pause.compareTo(left) < 0 || left.isNegative() ? pause : left;
        background.after(next, this::poll);
    }

    private void poll() {
        if (end.isDone()) {
            return;
        }
        try {
            Duration pause = times.pollingInterval();
            try {
                heard(ask.get());
            } catch (PaymentException failure) {
                if (!failure.passing()) {
                    end.completeExceptionally(failure);
                }
                pause = pauseAfter(failure);
            }
            goOn(pause);
        } catch (RuntimeException broken) {
            end.completeExceptionally(broken);
        }
    }

    private Duration pauseAfter(PaymentException failure) {
        Duration usual = times.pollingInterval();
        return failure instanceof RateLimited limited
                ? limited.retryAfter()
                        .filter(asked -> asked.compareTo(usual) > 0)
                        .orElse(usual)
                : usual;
    }

    private void goOn(Duration pause) {
        if (end.isDone()) {
            return;
        }
        if (clock.instant().isBefore(lifeEnd)) {
            plan(pause);
        } else {
            PaymentStatus seen = last;
            end.complete(new Following.End(seen == null ? PaymentStatus.of("") : seen, true));
        }
    }

    private void heard(PaymentStatus now) {
        PaymentStatus before = last;
        last = now;
        if (!now.equals(before)) {
            if (now.kind() == PaymentStatus.Kind.WAIT) {
                lifeEnd = clock.instant().plus(times.confirmationTimeout());
            }
            tell(now);
        }
        if (now.terminal()) {
            end.complete(new Following.End(now, false));
        }
    }

    private void tell(PaymentStatus now) {
        try {
            changes.accept(now);
        } catch (RuntimeException e) {
            LOG.warn("the listener of a payment failed at {}", now.raw(), e);
        }
    }
}
