package kz.paysandbox.gateway.http.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param status of HTTP
 * @param contentType of the body; empty where there is none
 * @param headers beside those that every answer has
 * @param body sent as UTF-8
 */
public record Answer(int status, String contentType, Map<String, String> headers, String body) {
    /** The kind of the answers of all families. */
    public static final String JSON = "application/json";

    /** The kind of refusals (RFC 9457). */
    public static final String PROBLEM = "application/problem+json";

    /** Copies. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** JSON of what went well. */
    public static Answer ok(JsonNode body) {
        return json(200, body);
    }

    /** JSON. */
    public static Answer json(int status, JsonNode body) {
        return of(status, JSON, body.toString());
    }

    /** Of any kind. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, Map.of(), body);
    }

    /** Without a body. */
    public static Answer empty(int status) {
        return of(status, "", "");
    }

    /** The same with one more header, or another value of it. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, more, body);
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
