package kz.paysandbox.emulator.core;

import java.time.Duration;

/** An alarm that wakes a world up when its next task falls due by the machine's time. */
public interface Alarm {

    /**
     * Runs {@code task} once after {@code delay} of real time. It may be late.
     *
     * @return calls it off, where it has not run yet
     */
    Runnable wakeAfter(Duration delay, Runnable task);

    /** Never wakes anybody: a world whose time only moves by hand. */
    static Alarm none() {
        return (delay, task) -> () -> {};
    }
}
