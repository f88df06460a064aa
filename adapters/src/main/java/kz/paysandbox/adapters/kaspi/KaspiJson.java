package kz.paysandbox.adapters.kaspi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import kz.paysandbox.adapters.kaspi.wire.Envelope;

/** Kaspi's spelling: upper camel case out, any case in, unknown fields ignored, amounts never a binary double. */
final class KaspiJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private KaspiJson() {}

    static byte[] write(Object message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of our own cannot be written", e);
        }
    }

    static Envelope envelope(byte[] body) throws IOException {
        Envelope envelope = MAPPER.readValue(body, Envelope.class);
        if (envelope == null) {
            throw new IOException("the answer is null");
        }
        return envelope;
    }

    static <T> T read(JsonNode data, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(data, type);
    }

    static <T> List<T> readList(JsonNode data, Class<T> type) throws JsonProcessingException {
        JavaType list = MAPPER.getTypeFactory().constructCollectionType(List.class, type);
        return MAPPER.treeToValue(data, list);
    }
}
