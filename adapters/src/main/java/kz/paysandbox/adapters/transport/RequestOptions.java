package kz.paysandbox.adapters.transport;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of one call, where they differ from its client's: {@code client.with(options).refund(…)}.
 *
 * @param deadline for the whole call; the client's own if it is empty
 * @param headers more headers for each request of the call, such as a correlation id; not secret, they may be logged
 * @param orderKey the shop's own number of the order or refund, from 1 to 100 characters: sent as ExternalId (Kaspi) or
 *     externalID (Halyk) by those calls that have such a field and name none themselves
 */
public record RequestOptions(Optional<Duration> deadline, Map<String, String> headers, Optional<String> orderKey) {
    /** Nothing. */
    public static final RequestOptions NONE = new RequestOptions(Optional.empty(), Map.of(), Optional.empty());

    private static final int LONGEST_KEY = 100;

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
        orderKey.ifPresent(key -> {
            if (key.isBlank() || key.length() > LONGEST_KEY) {
                throw new IllegalArgumentException("an order key has from 1 to " + LONGEST_KEY + " characters");
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

    /** For this order or refund of the shop. */
    public static RequestOptions order(String key) {
        return NONE.withOrder(key);
    }

    /** The same, for this order or refund of the shop. */
    public RequestOptions withOrder(String key) {
        return new RequestOptions(deadline, headers, Optional.of(key));
    }

    /** The same, with this deadline. */
    public RequestOptions withDeadline(Duration other) {
        return new RequestOptions(Optional.of(other), headers, orderKey);
    }

    /** The same, with one header more. */
    public RequestOptions withHeader(String name, String value) {
        return new RequestOptions(deadline, Headers.merged(headers, Map.of(name, value)), orderKey);
    }
}
