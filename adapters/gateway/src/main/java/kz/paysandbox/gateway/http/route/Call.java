package kz.paysandbox.gateway.http.route;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was admitted, as handlers read it.
 *
 * @param caller who calls
 * @param fields what was sent
 * @param body the whole body as text, at most the server's limit; empty where there is none
 * @param origin where it came from
 * @param headers by their names in small letters; of several with one name the first
 */
public record Call(Caller caller, Fields fields, String body, Origin origin, Map<String, String> headers) {
    /**
     * Where a request came from.
     *
     * @param requestId the caller's {@code X-Request-ID}, or one of ours
     * @param address the caller's, behind trusted proxies the one that they name
     * @param path without the query
     */
    public record Origin(String requestId, String address, String path) {}

    /** Copies. */
    public Call {
        headers = Map.copyOf(headers);
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The language that the caller reads. */
    public Language language() {
        return Language.of(header("Accept-Language").orElse(""));
    }

    /** A reader of its fields. */
    public FieldReader read() {
        return new FieldReader(fields);
    }

    @Override
    public String toString() {
        return "Call[" + origin.requestId() + "]";
    }
}
