package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.error.PaymentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the HTTP status, writes one line a request with its X-Request-ID, and tells the listener. */
final class ObservedTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(ObservedTransport.class);

    private final Transport next;
    private final StatusCheck check;
    private final CallListener listener;
    private final Surroundings surroundings;

    ObservedTransport(Transport next, CallListener listener, Surroundings surroundings) {
        this.next = next;
        this.check = new StatusCheck(surroundings.clock());
        this.listener = listener;
        this.surroundings = surroundings;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        long begun = surroundings.nanoTime().getAsLong();
        Optional<Integer> status = Optional.empty();
        try {
            ApiResponse response = next.send(request);
            status = Optional.of(response.status());
            ApiResponse passed = check.passed(request, response);
            tell(request, begun, status, Optional.empty());
            return passed;
        } catch (PaymentException failure) {
            tell(request, begun, status, Optional.of(failure));
            throw failure;
        }
    }

    private void tell(ApiRequest request, long begun, Optional<Integer> status, Optional<PaymentException> failure) {
        Duration took = Duration.ofNanos(surroundings.nanoTime().getAsLong() - begun);
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} -> {} in {} ms",
                    request,
                    failure.map(f -> f.getClass().getSimpleName()).orElseGet(() -> "HTTP " + status.orElse(0)),
                    took.toMillis());
        }
        try {
            listener.ended(new CallListener.Call(
                    request.operation(),
                    request.requestId(),
                    String.valueOf(request.uri().getHost()),
                    took,
                    status,
                    failure));
        } catch (RuntimeException e) {
            LOG.warn("the call listener failed at {}", request, e);
        }
    }

    @Override
    public void close() {
        next.close();
    }
}
