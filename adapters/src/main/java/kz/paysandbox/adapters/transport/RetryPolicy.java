package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.RateLimited;

/**
 * The decision whether a failed call is made again, and after what pause. A pure table: it neither waits nor calls.
 *
 * @param attempts how often a call may leave at most, the first included
 * @param firstPause the pause before the second attempt; each further one doubles
 * @param longestPause no pause is longer, unless the bank itself names one
 * @param jitter the share of a pause, from 0 to 1, that chance takes away, so that callers don't return together
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause, double jitter) {
    /** Checks the bounds. */
    public RetryPolicy {
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("attempts must be from 1 to 10, not " + attempts);
        }
        if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("pauses must grow from 0: " + firstPause + ", " + longestPause);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter must be from 0 to 1, not " + jitter);
        }
    }

    /** Three attempts, 200 ms doubling to 2 s, half of it by chance. */
    public static RetryPolicy standard() {
        return new RetryPolicy(3, Duration.ofMillis(200), Duration.ofSeconds(2), 0.5);
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, 0);
    }

    /**
     * The pause before the next attempt, or empty to give up.
     *
     * @param repeat whether the call may leave again at all
     * @param attempt the number of the attempt that failed, from 1
     * @param failure how it failed
     * @param left what is left of the call's deadline
     * @param random from 0 (included) to 1 (excluded)
     */
    public Optional<Duration> pauseAfter(
            Repeat repeat, int attempt, PaymentException failure, Duration left, double random) {
        if (repeat == Repeat.NEVER || attempt >= attempts || !failure.passing()) {
            return Optional.empty();
        }
        Duration pause =
                failure instanceof RateLimited limited && limited.retryAfter().isPresent()
                        ? limited.retryAfter().get()
                        : backoff(attempt, random);
        return Optional.of(pause).filter(wait -> wait.compareTo(left) < 0);
    }

    private Duration backoff(int attempt, double random) {
        Duration doubled = firstPause.multipliedBy(1L << (attempt - 1));
        Duration capped = doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
        return Duration.ofNanos((long) (capped.toNanos() * (1 - jitter * random)));
    }
}
