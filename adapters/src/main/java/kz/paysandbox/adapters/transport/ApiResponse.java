package kz.paysandbox.adapters.transport;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One HTTP answer, whole and within the size limit.
 *
 * @param requestId the X-Request-ID of the request it answers
 * @param status the HTTP status
 * @param headers the first value of each header, by lower-case name
 * @param body the bytes, decompressed
 */
@SuppressWarnings("ArrayRecordComponent") // read once and thrown away, never compared; a copy would double the cost
public record ApiResponse(String requestId, int status, Map<String, String> headers, byte[] body) {
    private static final Set<Integer> UNPROCESSED = Set.of(404, 405, 411, 413, 414, 415, 421, 431);

    /** Copies the headers with lower-case names. */
    public ApiResponse {
        headers = Map.copyOf(isLower(headers) ? headers : lower(headers));
    }

    private static boolean isLower(Map<String, String> headers) {
        for (String name : headers.keySet()) {
            if (!name.equals(name.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> lower(Map<String, String> headers) {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    /** The first value of a header, by its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether the HTTP status is 2xx. */
    public boolean successful() {
        return status / 100 == 2;
    }

    /**
     * Whether HTTP itself says that the request was not processed, whatever the body is (RFC 9110, 15.5): there is no such
     * address, method, length or media type here. A 400 or 408 of a gateway says no such thing.
     */
    public boolean unprocessed() {
        return UNPROCESSED.contains(status);
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Only what is safe in a log. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes [X-Request-ID " + requestId + "]";
    }
}
