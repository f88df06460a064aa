package kz.paysandbox.emulator.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import kz.paysandbox.emulator.core.data.Bytes;

/**
 * What goes back.
 *
 * @param contentType empty for an empty body
 * @param hangUp whether the connection is closed instead, nothing written
 * @param later what really goes back, where it takes work that no request thread should wait for
 * @param reason why the call is refused, for the caller's developer: plain English without secrets; empty where nothing
 *     is refused
 */
public record Reply(
        int status,
        String contentType,
        Bytes body,
        Map<String, String> headers,
        boolean hangUp,
        Optional<CompletionStage<Reply>> later,
        String reason) {

    public static final String JSON = "application/json; charset=utf-8";

    public static Reply json(int status, Bytes body) {
        return new Reply(status, JSON, body, Map.of(), false, Optional.empty(), "");
    }

    public static Reply text(int status, String contentType, String body) {
        return new Reply(status, contentType, Bytes.utf8(body), Map.of(), false, Optional.empty(), "");
    }

    public static Reply bytes(int status, String contentType, Bytes body) {
        return new Reply(status, contentType, body, Map.of(), false, Optional.empty(), "");
    }

    public static Reply empty(int status) {
        return new Reply(status, "", Bytes.NONE, Map.of(), false, Optional.empty(), "");
    }

    /** Closes the connection without an answer. */
    public static Reply hangingUp() {
        return new Reply(0, "", Bytes.NONE, Map.of(), true, Optional.empty(), "");
    }

    /** Answered when {@code stage} is; the request's thread is free until then. A reply that is later again is not. */
    public static Reply later(CompletionStage<Reply> stage) {
        return new Reply(0, "", Bytes.NONE, Map.of(), false, Optional.of(stage), "");
    }

    /** The same with another body. */
    public Reply withBody(String otherType, Bytes otherBody) {
        return new Reply(status, otherType, otherBody, headers, hangUp, later, reason);
    }

    /** With one more header field. */
    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more, hangUp, later, reason);
    }

    /** The same as a refusal whose reason is told in the header {@code X-Sandbox-Reason}, the journal and the log. */
    public Reply because(String why) {
        return new Reply(status, contentType, body, headers, hangUp, later, why);
    }
}
