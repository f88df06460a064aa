package kz.paysandbox.gateway.jobs;

import java.time.Duration;
import java.util.List;

/**
 * The pauses between tries that fail.
 *
 * @param pauses after the first failure, the second, and so on; the last one for all that follow
 */
public record Backoff(List<Duration> pauses) {
    /** 1, 5, 15 minutes, 1 and 6 hours. */
    public static final Backoff USUAL = new Backoff(List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6)));

    /** Checks that there are pauses. */
    public Backoff {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty() || pauses.stream().anyMatch(pause -> pause.isNegative() || pause.isZero())) {
            throw new IllegalArgumentException("at least one pause, each longer than nothing");
        }
    }

    /**
     * The pause after a failure.
     *
     * @param failures how many tries in a row had failed before it, from 0
     */
    public Duration after(int failures) {
        return pauses.get(Math.min(Math.max(failures, 0), pauses.size() - 1));
    }

    /**
     * A pause that doubles with each failure.
     *
     * @param first after the first failure
     * @param longest which no pause exceeds
     */
    public static Duration doubled(Duration first, int failures, Duration longest) {
        Duration pause = first;
        for (int i = 0; i < failures && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
