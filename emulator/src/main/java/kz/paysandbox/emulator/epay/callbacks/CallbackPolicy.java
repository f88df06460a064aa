package kz.paysandbox.emulator.epay.callbacks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How adversarial the deliveries of a world are.
 *
 * @param delay the world's time between an event and its first delivery
 * @param duplicates how many more times the first delivery is made
 * @param beforeResponse whether an undelayed delivery ends before the call that caused it is answered
 * @param retries gaps after the previous attempt
 */
public record CallbackPolicy(
        Duration delay, int duplicates, Sequence order, boolean beforeResponse, List<Duration> retries) {

    /** Which of several waiting deliveries goes first. */
    public enum Sequence {
        IN_ORDER("in-order"),
        /** The newest of those that wait; with a delay, so that some wait. */
        REVERSED("reversed");

        private final String label;

        Sequence(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Optional<Sequence> of(String label) {
            return Arrays.stream(values())
                    .filter(order -> order.label.equals(label))
                    .findFirst();
        }
    }

    public CallbackPolicy {
        retries = List.copyOf(retries);
    }

    /** Once, at once, in order. */
    public static CallbackPolicy polite(List<Duration> retries) {
        return new CallbackPolicy(Duration.ZERO, 0, Sequence.IN_ORDER, false, retries);
    }
}
