package kz.paysandbox.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A calendar that moves only when a test moves it. Begins at the present, for certificates are judged by it. */
public final class TestClock extends Clock {
    private final AtomicReference<Instant> now;

    public TestClock() {
        this(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
    }

    public TestClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /** 10:00 in Almaty, where no bank judges certificates. */
    public static TestClock usual() {
        return new TestClock(Instant.parse("2027-01-15T05:00:00Z"));
    }

    /** Later, or earlier where it is negative. */
    public void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    @Override
    public Instant instant() {
        return Objects.requireNonNull(now.get());
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
