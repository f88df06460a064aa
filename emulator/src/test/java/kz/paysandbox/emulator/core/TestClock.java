package kz.paysandbox.emulator.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A machine's clock that moves only when a test moves it. */
public final class TestClock implements InstantSource {

    private volatile Instant at;

    public TestClock(Instant at) {
        this.at = at;
    }

    @Override
    public Instant instant() {
        return at;
    }

    public void move(Duration step) {
        at = at.plus(step);
    }
}
