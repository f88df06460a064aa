package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;

/** The hook for metrics and tracing; called on the calling thread, once for each request that left. */
@FunctionalInterface
public interface CallListener {
    /** Hears of nothing. */
    CallListener SILENT = call -> {};

    /** One request has ended. An exception thrown here is logged and dropped. */
    void ended(Call call);

    /**
     * What there is to know about one request, none of it secret.
     *
     * @param operation such as {@code r3 payment return}
     * @param requestId its X-Request-ID
     * @param host where it went
     * @param took how long it took, the body included
     * @param httpStatus the HTTP status, if there was an answer
     * @param failure how it failed below the bank's words, if it did
     */
    record Call(
            String operation,
            String requestId,
            String host,
            Duration took,
            Optional<Integer> httpStatus,
            Optional<PaymentException> failure) {}
}
