package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Where work goes that nobody waits for: calls made as futures, and polls at their times. */
public interface Background extends AutoCloseable {
    /** Runs the task after the delay, on a thread that it may keep for the length of a call. */
    void after(Duration delay, Runnable task);

    /** Runs calls that were asked for as futures. */
    Executor executor();

    @Override
    void close();

    /** Makes a blocking call a future; cancelling the future interrupts the call. */
    default <T> CompletableFuture<T> call(Supplier<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            try {
                return answer.complete(call.get());
            } catch (RuntimeException e) {
                return answer.completeExceptionally(e);
            }
        });
        var unused = answer.whenComplete((value, failure) -> {
            if (failure instanceof CancellationException) {
                task.cancel(true);
            }
        });
        executor().execute(task);
        return answer;
    }
}
