package kz.paysandbox.adapters.transport;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * All that comes from outside the program besides the network: time, sleep, chance and ids.
 *
 * @param clock the calendar, for certificates, tokens and payments' lives
 * @param nanoTime monotonic nanoseconds, for deadlines
 * @param sleeper how to wait
 * @param random numbers from 0 (included) to 1 (excluded), for jitter
 * @param requestIds a new X-Request-ID at each call
 */
public record Surroundings(
        Clock clock, LongSupplier nanoTime, Sleeper sleeper, DoubleSupplier random, Supplier<String> requestIds) {
    /** The machine's own: the composition root of time, sleep, chance and ids. */
    public static Surroundings system() {
        return new Surroundings(
                Clock.systemUTC(),
                System::nanoTime,
                new SystemSleeper(),
                () -> ThreadLocalRandom.current().nextDouble(),
                () -> UUID.randomUUID().toString().replace("-", ""));
    }

    /** With another calendar. */
    public Surroundings withClock(Clock other) {
        return new Surroundings(other, nanoTime, sleeper, random, requestIds);
    }

    /** Waits as long as the machine's clock needs. */
    private static final class SystemSleeper implements Sleeper {
        @Override
        public void sleep(Duration duration) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        }

        @Override
        public CompletableFuture<Void> pause(Duration duration) {
            return CompletableFuture.runAsync(
                    () -> {}, CompletableFuture.delayedExecutor(duration.toNanos(), TimeUnit.NANOSECONDS));
        }
    }
}
