package kz.paysandbox.emulator.http;

import java.util.Map;
import kz.paysandbox.emulator.core.data.Bytes;

/**
 * What goes back.
 *
 * @param contentType empty for an empty body
 * @param hangUp whether the connection is closed instead, nothing written
 */
public record Reply(int status, String contentType, Bytes body, Map<String, String> headers, boolean hangUp) {

    public static final String JSON = "application/json; charset=utf-8";

    public static Reply json(int status, Bytes body) {
        return new Reply(status, JSON, body, Map.of(), false);
    }

    public static Reply text(int status, String contentType, String body) {
        return new Reply(status, contentType, Bytes.utf8(body), Map.of(), false);
    }

    public static Reply bytes(int status, String contentType, Bytes body) {
        return new Reply(status, contentType, body, Map.of(), false);
    }

    public static Reply empty(int status) {
        return new Reply(status, "", Bytes.NONE, Map.of(), false);
    }

    /** Closes the connection without an answer. */
    public static Reply hangingUp() {
        return new Reply(0, "", Bytes.NONE, Map.of(), true);
    }

    public Reply with(String header, String value) {
        return new Reply(status, contentType, body, Map.of(header, value), hangUp);
    }
}
