package kz.paysandbox.adapters.kaspi.wire;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The object that every answer is wrapped in (2.1, 3.1, 4.1). */
public record Envelope(
        @Nullable Long statusCode,
        @Nullable String message,
        @Nullable JsonNode data) {
    @Override
    public String toString() {
        return "Envelope[hidden]";
    }
}
