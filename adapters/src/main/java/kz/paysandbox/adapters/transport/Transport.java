package kz.paysandbox.adapters.transport;

import java.util.concurrent.CompletableFuture;
import kz.paysandbox.adapters.error.PaymentException;

/** The one way through which all HTTP goes; everything else wraps it. Safe for any number of threads. */
@FunctionalInterface
public interface Transport extends AutoCloseable {
    /**
     * Sends one request and waits for its whole answer.
     *
     * @throws PaymentException when there is no whole answer; nothing else is thrown
     */
    ApiResponse send(ApiRequest request);

    /**
     * Sends one request and holds no thread while it waits. Unless it is overridden, it does what {@link #send} does.
     *
     * @return completes with the whole answer, or exceptionally with what {@link #send} throws; cancelling it gives the
     *     request up: it then fails as not sent or as an unknown outcome, or is cancelled, which counts as unknown
     */
    default CompletableFuture<ApiResponse> sendAsync(ApiRequest request) {
        try {
            return CompletableFuture.completedFuture(send(request));
        } catch (PaymentException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    /** Lets go of what it holds; calls in flight end by themselves, and later ones are refused as not sent. */
    @Override
    default void close() {}
}
