package kz.paysandbox.emulator.core.desk;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A change of how callbacks are delivered; what is empty stays. */
public record CallbackChange(
        Optional<Duration> delay,
        Optional<Integer> duplicates,
        Optional<Order> order,
        Optional<Boolean> beforeResponse,
        Optional<List<Duration>> retries) {

    /** Which of several waiting deliveries goes first. */
    public enum Order {
        IN_ORDER("in-order"),
        /** The newest of those that wait; with a delay, so that some wait. */
        REVERSED("reversed");

        private final String label;

        Order(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public static Optional<Order> of(String label) {
            return Arrays.stream(values())
                    .filter(order -> order.label.equals(label))
                    .findFirst();
        }
    }

    public CallbackChange {
        retries = retries.map(List::copyOf);
    }
}
