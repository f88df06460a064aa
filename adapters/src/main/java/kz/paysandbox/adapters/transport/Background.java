package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

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

    /**
     * Makes a blocking call a future, on a thread of the executor: for compound work such as a call over a database or a
     * recheck. Single calls of the clients need no thread ({@code client.async()}). Cancelling the future interrupts the
     * call.
     *
     * @return completes with the call's value or failure, whatever that is; with a failure where this is closed
     */
    default <T> CompletableFuture<T> call(Supplier<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            try {
                return answer.complete(call.get());
            } catch (Throwable e) {
                return answer.completeExceptionally(e);
            }
        });
        var unused = answer.whenComplete((value, failure) -> {
            if (failure instanceof CancellationException) {
                task.cancel(true);
            }
        });
        try {
            executor().execute(task);
        } catch (RuntimeException refused) {
            answer.completeExceptionally(refused);
        }
        return answer;
    }
}
