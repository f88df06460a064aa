package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A way to wait; injected, so that tests don't. */
@FunctionalInterface
public interface Sleeper {
    /** Waits that long, or until the thread is interrupted. */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Waits without a thread. Unless it is overridden, it waits as {@link #sleep} does.
     *
     * @return completes after that time
     */
    default CompletableFuture<Void> pause(Duration duration) {
        try {
            sleep(duration);
            return CompletableFuture.completedFuture(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        }
    }
}
