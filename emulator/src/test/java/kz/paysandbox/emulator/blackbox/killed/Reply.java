package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** An answer that was received whole. */
record Reply(int status, String location, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(HttpResponse<String> response) {
        return new Reply(
                response.statusCode(), response.headers().firstValue("Location").orElse(""), response.body());
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("HTTP " + status + " " + body, foreign);
        }
    }

    /** Of the Kaspi envelope. */
    long code() {
        return json().path("StatusCode").asLong(Long.MIN_VALUE);
    }

    /** Of the Kaspi envelope. */
    JsonNode data() {
        return json().path("Data");
    }

    String text(String field) {
        return json().path(field).asText();
    }
}
