package kz.paysandbox.emulator.blackbox.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.assertj.core.api.Assertions;

/**
 * What came back.
 *
 * @param reason the header {@code X-Sandbox-Reason}; empty where there is none
 */
public record Answer(int status, String contentType, String body, String reason) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                new String(response.body(), UTF_8),
                response.headers().firstValue("X-Sandbox-Reason").orElse(""));
    }

    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("no JSON: HTTP " + status + " " + body, malformed);
        }
    }

    /** The same answer, once its HTTP status is that one. */
    public Answer expect(int httpStatus) {
        Assertions.assertThat(status).as(body).isEqualTo(httpStatus);
        return this;
    }

    /** StatusCode of the bank's envelope, which must be there and an integer. */
    public long code() {
        JsonNode code = json().path("StatusCode");
        Assertions.assertThat(code.isIntegralNumber())
                .as("HTTP " + status + " " + body)
                .isTrue();
        return code.longValue();
    }

    public String message() {
        return json().path("Message").asText();
    }

    /** Data of a success. */
    public JsonNode data() {
        Assertions.assertThat(code()).as(body).isZero();
        return json().path("Data");
    }

    public String state() {
        return data().path("Status").asText();
    }
}
