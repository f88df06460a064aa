package kz.paysandbox.adapters.transport;

import java.time.Duration;

/** Waits; injected, so that tests don't. */
@FunctionalInterface
public interface Sleeper {
    /** Waits that long, or until the thread is interrupted. */
    void sleep(Duration duration) throws InterruptedException;
}
