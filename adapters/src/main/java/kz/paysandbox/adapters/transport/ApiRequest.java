package kz.paysandbox.adapters.transport;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request, whole. Its text shows neither headers nor body nor query, because they hold keys and phones.
 *
 * @param operation the name for logs and metrics, such as {@code r3 payment return}
 * @param requestId the X-Request-ID, new for each request that leaves
 * @param method GET or POST
 * @param uri where to, with the query
 * @param headers besides X-Request-ID; copied
 * @param body the bytes to send, if any
 * @param deadline for the whole call: connect, every repeat, and the body of the answer
 * @param repeat whether it may be sent again
 */
public record ApiRequest(
        String operation,
        String requestId,
        String method,
        URI uri,
        Map<String, String> headers,
        Optional<byte[]> body,
        Duration deadline,
        Repeat repeat) {
    /** Checks the deadline and copies the headers. */
    public ApiRequest {
        headers = Map.copyOf(headers);
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline is not positive: " + deadline);
        }
    }

    /** The same request as it leaves again: its own id, and what is left of the time. */
    public ApiRequest again(String newRequestId, Duration left) {
        return new ApiRequest(operation, newRequestId, method, uri, headers, body, left, repeat);
    }

    /** The same request with these headers instead of its own. */
    public ApiRequest withHeaders(Map<String, String> others) {
        return new ApiRequest(operation, requestId, method, uri, others, body, deadline, repeat);
    }

    /** The path without ids would need the route; host and operation are enough to find a line. */
    @Override
    public String toString() {
        return operation + " at " + uri.getHost() + " [X-Request-ID " + requestId + "]";
    }
}
