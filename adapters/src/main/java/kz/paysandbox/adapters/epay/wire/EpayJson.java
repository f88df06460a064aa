package kz.paysandbox.adapters.epay.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/** Halyk's spelling: names in any case (invoiceID, invoiceId), unknown fields ignored, amounts never a binary double. */
public final class EpayJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private EpayJson() {}

    /** A message of our own, as bytes. */
    public static byte[] write(Object message) {
        try {
            return MAPPER.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of our own cannot be written", e);
        }
    }

    /** An answer of the bank; one that is null is not its JSON. */
    public static <T> T read(byte[] body, Class<T> type) throws IOException {
        T read = MAPPER.readValue(body, type);
        if (read == null) {
            throw new IOException("the answer is null");
        }
        return read;
    }

    /** A list, which may hold null, and may be null itself. */
    public static <T> List<T> readList(byte[] body, Class<T> type) throws IOException {
        return MAPPER.readValue(body, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** A message made of fields that came otherwise, as from a form. */
    public static <T> T convert(Object from, Class<T> type) {
        return MAPPER.convertValue(from, type);
    }
}
