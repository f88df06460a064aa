package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The place of work that nobody waits for: calls made as futures, and polls at their times. Whatever was asked for
 * ends, also when this is closed.
 */
public interface Background extends AutoCloseable {
    /** Runs calls that were asked for as futures. */
    Executor executor();

    @Override
    void close();

    /**
     * Waits without a thread.
     *
     * @return completes after the delay; with a {@link CancellationException} where this is closed before
     */
    CompletableFuture<Void> pause(Duration delay);
}
