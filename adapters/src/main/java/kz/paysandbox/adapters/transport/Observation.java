package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.Rejected;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request from its attempt to the reading of its answer: a log line with its X-Request-ID, and the listener. */
final class Observation {
    private static final Logger LOG = LoggerFactory.getLogger(Observation.class);

    private final HttpSettings settings;
    private final StatusCheck check;
    private final ApiRequest request;
    private final int attempt;
    private final long begun;
    private @Nullable ApiResponse response;

    private Observation(HttpSettings settings, StatusCheck check, ApiRequest request, int attempt) {
        this.settings = settings;
        this.check = check;
        this.request = request;
        this.attempt = attempt;
        this.begun = settings.surroundings().nanoTime().getAsLong();
    }

    /** Asks the listener for headers. */
    static Observation begin(HttpSettings settings, StatusCheck check, ApiRequest plain, int attempt) {
        return new Observation(settings, check, withHeaders(settings.listener(), plain, attempt), attempt);
    }

    ApiRequest request() {
        return request;
    }

    /** Checks the HTTP status, reads the answer and tells how that went. */
    <T> T read(ApiResponse answer, Function<ApiResponse, T> reader) {
        response = answer;
        try {
            T value = reader.apply(check.passed(request, answer));
            tell(Optional.empty());
            return value;
        } catch (PaymentException failure) {
            throw failed(failure);
        }
    }

    /** Tells of a failure and gives it back. */
    PaymentException failed(PaymentException failure) {
        tell(Optional.of(failure));
        return failure;
    }

    private static ApiRequest withHeaders(CallListener listener, ApiRequest plain, int attempt) {
        if (listener == CallListener.SILENT) {
            return plain;
        }
        try {
            Map<String, String> more = listener.beforeSend(new CallListener.Attempt(
                    plain.operation(), plain.requestId(), plain.method(), host(plain), attempt));
            if (more.isEmpty()) {
                return plain;
            }
            return plain.withHeaders(Headers.merged(more, plain.headers()));
        } catch (RuntimeException e) {
            LOG.warn("the call listener failed before {}", plain, e);
            return plain;
        }
    }

    private void tell(Optional<PaymentException> failure) {
        boolean silent = settings.listener() == CallListener.SILENT;
        if (silent && !LOG.isDebugEnabled()) {
            return;
        }
        Duration took = Duration.ofNanos(settings.surroundings().nanoTime().getAsLong() - begun);
        Optional<ApiResponse> answer = Optional.ofNullable(response);
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} -> {} in {} ms",
                    request,
                    failure.map(f -> f.getClass().getSimpleName())
                            .orElseGet(() ->
                                    "HTTP " + answer.map(ApiResponse::status).orElse(0)),
                    took.toMillis());
        }
        if (silent) {
            return;
        }
        try {
            settings.listener()
                    .ended(new CallListener.Call(
                            request.operation(),
                            request.requestId(),
                            host(request),
                            attempt,
                            took,
                            request.body().map(body -> body.length).orElse(0),
                            answer.map(whole -> whole.body().length).orElse(0),
                            answer.map(ApiResponse::status),
                            failure.flatMap(Observation::bankCode),
                            failure));
        } catch (RuntimeException e) {
            LOG.warn("the call listener failed at {}", request, e);
        }
    }

    private static Optional<Long> bankCode(PaymentException failure) {
        return failure instanceof Rejected rejected ? Optional.of(rejected.code()) : Optional.empty();
    }

    private static String host(ApiRequest request) {
        return String.valueOf(request.uri().getHost());
    }
}
