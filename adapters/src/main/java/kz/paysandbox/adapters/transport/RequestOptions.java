package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one call wishes otherwise than its client: {@code client.with(options).refund(…)}.
 *
 * @param deadline for the whole call; the client's own if it is empty
 * @param headers more headers for each request of the call, such as a correlation id; not secret, they may be logged
 */
public record RequestOptions(Optional<Duration> deadline, Map<String, String> headers) {
    /** Nothing. */
    public static final RequestOptions NONE = new RequestOptions(Optional.empty(), Map.of());

    private static final Set<String> OWN = Set.of(
            "accept",
            "api-key",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "upgrade",
            "x-request-id");

    /** Checks the deadline, and that no header is one of the client's own. */
    public RequestOptions {
        deadline.ifPresent(time -> {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("deadline is not positive: " + time);
            }
        });
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || OWN.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("the header '" + name + "' is not a caller's to set");
            }
            if (!value.matches("[\\x20-\\x7E]*")) {
                throw new IllegalArgumentException("the header " + name + " has other characters than printable ASCII");
            }
        });
    }

    /** With this deadline for the whole call. */
    public static RequestOptions within(Duration deadline) {
        return NONE.withDeadline(deadline);
    }

    /** With this header in each request of the call, such as {@code X-Correlation-ID}. */
    public static RequestOptions header(String name, String value) {
        return NONE.withHeader(name, value);
    }

    /** The same, with this deadline. */
    public RequestOptions withDeadline(Duration other) {
        return new RequestOptions(Optional.of(other), headers);
    }

    /** The same, with one header more. */
    public RequestOptions withHeader(String name, String value) {
        return new RequestOptions(deadline, Headers.merged(headers, Map.of(name, value)));
    }
}
