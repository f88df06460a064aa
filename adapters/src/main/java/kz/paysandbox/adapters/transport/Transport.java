package kz.paysandbox.adapters.transport;

/** The one method through which all HTTP goes; everything else wraps it. Safe for any number of threads. */
@FunctionalInterface
public interface Transport extends AutoCloseable {
    /**
     * Sends one request and waits for its whole answer.
     *
     * @throws kz.paysandbox.adapters.error.PaymentException when there is no whole answer; nothing else is thrown
     */
    ApiResponse send(ApiRequest request);

    /** Lets go of what it holds; calls in flight end by themselves. */
    @Override
    default void close() {}
}
