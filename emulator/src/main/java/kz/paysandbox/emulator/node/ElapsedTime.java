package kz.paysandbox.emulator.node;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Nanoseconds that only go forward, those included in which the machine sleeps: the JVM's own clock may stand still then,
 * and a term of ownership must not. A clock of the machine that is put forward by a tenth of a second or more counts as
 * sleep, one that is put back does not.
 */
public final class ElapsedTime implements LongSupplier {

    /** Both clocks are read one after the other, and are set right in small steps all the time. */
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final LongSupplier nanoTime;
    private final InstantSource machine;
    private long slept;

    /** When both clocks last went together, as either has it. */
    private Reading last;

    private record Reading(Instant machine, long nanos) {}

    /**
     * From now on.
     *
     * @param nanoTime the JVM's, which only goes forward
     */
    public ElapsedTime(LongSupplier nanoTime, InstantSource machine) {
        this.nanoTime = nanoTime;
        this.machine = machine;
        this.last = read();
    }

    /** The machine's first: a process that is stopped in between must not seem to have slept. */
    private Reading read() {
        Instant instant = machine.instant();
        return new Reading(instant, nanoTime.getAsLong());
    }

    @Override
    public synchronized long getAsLong() {
        Reading now = read();
        long ahead = Duration.between(last.machine(), now.machine()).toNanos() - (now.nanos() - last.nanos());
        if (Math.abs(ahead) >= STEP_NANOS) {
            slept += Math.max(0, ahead);
            last = now;
        }
        return now.nanos() + slept;
    }
}
