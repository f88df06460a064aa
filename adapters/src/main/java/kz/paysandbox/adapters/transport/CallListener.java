package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;

/**
 * The hook for metrics and tracing; called once before and once after each request that leaves, repeats included.
 * Exceptions that it throws are logged and dropped.
 */
@FunctionalInterface
public interface CallListener {
    /** Hears of nothing. */
    CallListener SILENT = call -> {};

    /** One request has ended: on the calling thread, or on that which brought the answer to a future. */
    void ended(Call call);

    /**
     * One request is about to leave, on the thread that sends it.
     *
     * @return headers to add, such as {@code traceparent}; none that the request has already is replaced
     */
    default Map<String, String> beforeSend(Attempt attempt) {
        return Map.of();
    }

    /** Both hear of each request; of headers that both add, those of this one leave. */
    default CallListener and(CallListener other) {
        return new ListenerPair(this, other);
    }

    /**
     * A request that has not left yet.
     *
     * @param operation such as {@code r3 payment return}
     * @param requestId its X-Request-ID
     * @param method GET or POST
     * @param host where it goes
     * @param attempt from 1; above 1 for a repeat
     */
    record Attempt(String operation, String requestId, String method, String host, int attempt) {}

    /**
     * What there is to know about one request, none of it secret.
     *
     * @param operation such as {@code r3 payment return}
     * @param requestId its X-Request-ID
     * @param host where it went
     * @param attempt from 1; above 1 for a repeat
     * @param took how long it took, the body included
     * @param sentBytes the length of its body
     * @param receivedBytes the length of the answer's body, decompressed; 0 if there was no whole answer
     * @param httpStatus the HTTP status, if there was an answer
     * @param bankCode the code of the bank's refusal (StatusCode of Kaspi, reason code or resultCode of Halyk), if it
     *     refused
     * @param failure how it failed, if it did
     */
    record Call(
            String operation,
            String requestId,
            String host,
            int attempt,
            Duration took,
            long sentBytes,
            long receivedBytes,
            Optional<Integer> httpStatus,
            Optional<Long> bankCode,
            Optional<PaymentException> failure) {}
}
