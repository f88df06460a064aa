package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.ConnectionFailed;
import org.jspecify.annotations.Nullable;

/**
 * The steps of one operation as futures. Cancelling it gives the present step up and lets no later one begin; what became
 * of the given up step is in its future: a request that may have left fails as an unknown outcome.
 */
final class AsyncExecution implements Execution {
    private final Executor executor;
    private volatile boolean cancelled;
    private volatile @Nullable CompletableFuture<?> present;

    /** Continues after waits on the given executor, and after answers on the thread that brought them. */
    AsyncExecution(Executor executor) {
        this.executor = executor;
    }

    void cancel() {
        cancelled = true;
        CompletableFuture<?> step = present;
        if (step != null) {
            step.cancel(true);
        }
    }

    @Override
    public <T> CompletableFuture<T> send(
            RetryingTransport transport, ApiRequest request, Function<ApiResponse, T> read) {
        if (cancelled) {
            String said = request.operation() + ": nothing was sent, the call was cancelled";
            return CompletableFuture.failedFuture(
                    ConnectionFailed.lasting(request.requestId(), said, new CancellationException(said)));
        }
        return step(() -> transport.sendAsync(request, read));
    }

    @Override
    public CompletableFuture<Void> pause(Sleeper sleeper, Duration duration) {
        return step(() -> sleeper.pause(duration).thenApply(Function.identity()));
    }

    @Override
    public <T> CompletableFuture<T> await(CompletableFuture<T> awaited, Duration within) {
        return step(() -> awaited.isDone() ? awaited.copy() : later(awaited, within));
    }

    /** Where the executor refuses, the thread that brought the value or kept the time goes on. */
    private <T> CompletableFuture<T> later(CompletableFuture<T> awaited, Duration within) {
        CompletableFuture<T> waiting = awaited.copy().orTimeout(within.toNanos(), TimeUnit.NANOSECONDS);
        CompletableFuture<T> answer = new CompletableFuture<>();
        Futures.cancelWith(answer, waiting);
        Futures.settle(
                waiting,
                value -> Futures.run(executor, () -> answer.complete(value)),
                failure -> Futures.run(executor, () -> answer.completeExceptionally(failure)));
        return answer;
    }

    private <T> CompletableFuture<T> step(Supplier<CompletableFuture<T>> begin) {
        if (cancelled) {
            return CompletableFuture.failedFuture(new CancellationException("the call was cancelled"));
        }
        CompletableFuture<T> begun = begin.get();
        present = begun;
        if (cancelled) {
            begun.cancel(true);
        }
        return begun;
    }
}
