package kz.paysandbox.emulator.epay.callbacks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.desk.CallbackChange.Order;

/**
 * The policy by which a world delivers callbacks.
 *
 * @param delay the world's time between an event and its first delivery
 * @param duplicates how many more times the first delivery is made
 * @param beforeResponse whether an undelayed delivery ends before the call that caused it is answered
 * @param retries gaps after the previous attempt
 */
public record CallbackPolicy(
        Duration delay, int duplicates, Order order, boolean beforeResponse, List<Duration> retries) {

    public CallbackPolicy {
        retries = List.copyOf(retries);
    }

    /** Once, at once, in order. */
    public static CallbackPolicy polite(List<Duration> retries) {
        return new CallbackPolicy(Duration.ZERO, 0, Order.IN_ORDER, false, retries);
    }

    /** The change that leads to this policy, whatever there was before. */
    public CallbackChange change() {
        return new CallbackChange(
                Optional.of(delay),
                Optional.of(duplicates),
                Optional.of(order),
                Optional.of(beforeResponse),
                Optional.of(retries));
    }

    /** This policy with what a change names. */
    public CallbackPolicy with(CallbackChange change) {
        return new CallbackPolicy(
                change.delay().orElse(delay),
                change.duplicates().orElse(duplicates),
                change.order().orElse(order),
                change.beforeResponse().orElse(beforeResponse),
                change.retries().orElse(retries));
    }
}
