package kz.paysandbox.emulator.core;

import java.time.Duration;

/**
 * An automatic customer for a whole world.
 *
 * @param scanAfter from the payment's creation to the scan, or to the issuer's page opening
 * @param confirmAfter from there, or a remote invoice's creation, to the decision
 */
public record CustomerMode(Habit habit, Duration scanAfter, Duration confirmAfter) {

    /** What the customer does. */
    public enum Habit {
        /** Nobody acts alone. */
        MANUAL,
        PAYS,
        DECLINES,
        /** Never acts. */
        IGNORES
    }

    public static final CustomerMode MANUAL =
            new CustomerMode(Habit.MANUAL, Duration.ofSeconds(2), Duration.ofSeconds(3));

    public boolean acts() {
        return habit == Habit.PAYS || habit == Habit.DECLINES;
    }
}
