package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import kz.paysandbox.adapters.error.PaymentException;

/** Steps made on the calling thread; an interrupt ends a step and stays set. */
final class BlockingExecution implements Execution {
    @Override
    public <T> CompletableFuture<T> send(
            RetryingTransport transport, ApiRequest request, Function<ApiResponse, T> read) {
        try {
            return CompletableFuture.completedFuture(transport.send(request, read));
        } catch (PaymentException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public CompletableFuture<Void> pause(Sleeper sleeper, Duration duration) {
        try {
            sleeper.sleep(duration);
            return CompletableFuture.completedFuture(null);
        } catch (InterruptedException e) {
            return interrupted(e);
        }
    }

    @Override
    public <T> CompletableFuture<T> await(CompletableFuture<T> awaited, Duration within) {
        if (Thread.currentThread().isInterrupted()) {
            return CompletableFuture.failedFuture(new InterruptedException());
        }
        if (awaited.isDone()) {
            return awaited;
        }
        try {
            return CompletableFuture.completedFuture(awaited.get(within.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            return interrupted(e);
        } catch (TimeoutException e) {
            return CompletableFuture.failedFuture(e);
        } catch (ExecutionException e) {
            return CompletableFuture.failedFuture(Futures.cause(e));
        }
    }

    private static <T> CompletableFuture<T> interrupted(InterruptedException interrupt) {
        Thread.currentThread().interrupt();
        return CompletableFuture.failedFuture(interrupt);
    }
}
