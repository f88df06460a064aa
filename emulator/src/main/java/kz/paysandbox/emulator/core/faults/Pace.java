package kz.paysandbox.emulator.core.faults;

import java.time.Duration;

/**
 * The pace at which a call is answered, in real time.
 *
 * @param delay before anything else is done, from zero
 * @param bytesPerSecond how slowly the answer is written; 0 for at once
 */
public record Pace(Duration delay, int bytesPerSecond) {

    public static final Pace USUAL = new Pace(Duration.ZERO, 0);

    public Pace {
        if (delay.isNegative() || bytesPerSecond < 0) {
            throw new IllegalArgumentException("a pace is not negative: " + delay + ", " + bytesPerSecond);
        }
    }

    /** Whether the answer is written slowly. */
    public boolean isSlow() {
        return bytesPerSecond > 0;
    }
}
