package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The way in which the steps of an operation are made: on the calling thread, or as futures that hold no thread. An
 * operation is written once, as a chain of such steps, for the blocking and the asynchronous clients.
 */
public interface Execution {
    /** Each step is made on the calling thread, and its future is complete when it is given back. */
    Execution BLOCKING = new BlockingExecution();

    /** Sends a request and reads its answer; failures are in the future. */
    <T> CompletableFuture<T> send(RetryingTransport transport, ApiRequest request, Function<ApiResponse, T> read);

    /**
     * Waits.
     *
     * @return fails with an InterruptedException or a CancellationException where the caller gave up
     */
    CompletableFuture<Void> pause(Sleeper sleeper, Duration duration);

    /**
     * Waits for something that others complete.
     *
     * @return fails with a TimeoutException when it took too long, and with an InterruptedException or a
     *     CancellationException where the caller gave up; the awaited future is left as it is
     */
    <T> CompletableFuture<T> await(CompletableFuture<T> awaited, Duration within);
}
