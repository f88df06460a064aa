package kz.paysandbox.adapters.transport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Time that moves only when somebody sleeps or a test moves it, no chance, ids that count. */
public final class TestSurroundings extends Clock {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong ids = new AtomicLong();
    private volatile Instant start;

    public TestSurroundings(Instant start) {
        this.start = start;
    }

    public static TestSurroundings create() {
        return new TestSurroundings(Instant.parse("2026-11-21T09:00:00Z"));
    }

    public Surroundings surroundings() {
        return new Surroundings(this, nanos::get, this::advance, () -> 0, () -> "request-" + ids.incrementAndGet());
    }

    /** As {@link #surroundings()}, with the real monotonic clock, for deadlines over real sockets. */
    public Surroundings withRealDeadlines() {
        return new Surroundings(
                this, System::nanoTime, this::advance, () -> 0, () -> "request-" + ids.incrementAndGet());
    }

    public void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    /** Somebody sets the machine's clock; the monotonic one does not notice. */
    public void moveCalendar(Duration by) {
        start = start.plus(by);
    }

    public Duration elapsed() {
        return Duration.ofNanos(nanos.get());
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
