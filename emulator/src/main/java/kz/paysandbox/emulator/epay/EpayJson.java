package kz.paysandbox.emulator.epay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.fields.Scalar;

/**
 * Reads JSON objects that callers send, keeping numbers as the characters they were sent as. What stands in an object
 * within is named {@code cardId.id}; lists are skipped.
 */
final class EpayJson {

    private static final int MOST_FIELDS = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxNumberLength(1_000)
                    .maxStringLength(100_000)
                    .build())
            .build();

    private EpayJson() {}

    /** The object's fields in order; empty where the body is no JSON object. */
    static Optional<Map<String, Scalar>> read(Bytes body) {
        try (JsonParser parser = FACTORY.createParser(body.array())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, Scalar> fields = new LinkedHashMap<>();
            object(parser, "", fields);
            return parser.nextToken() == null ? Optional.of(fields) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static void object(JsonParser parser, String prefix, Map<String, Scalar> fields) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            if (fields.size() >= MOST_FIELDS) {
                throw new IOException("too many fields");
            }
            if (value == JsonToken.START_OBJECT) {
                fields.put(name, new Scalar(Scalar.Type.NESTED, "nested"));
                object(parser, name + ".", fields);
            } else if (value == JsonToken.START_ARRAY) {
                fields.put(name, new Scalar(Scalar.Type.NESTED, "nested"));
                parser.skipChildren();
            } else {
                fields.put(name, new Scalar(type(value), parser.getText()));
            }
        }
    }

    private static Scalar.Type type(JsonToken token) {
        if (token.isNumeric()) {
            return Scalar.Type.NUMBER;
        }
        if (token.isBoolean()) {
            return Scalar.Type.BOOLEAN;
        }
        return token == JsonToken.VALUE_NULL ? Scalar.Type.NULL : Scalar.Type.STRING;
    }
}
