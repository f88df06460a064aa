package kz.paysandbox.emulator.epay.call;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * What was read.
     *
     * @param fields in order; of several values with one name the last one
     * @param repeated names that came more than once, in whatever case
     */
    record ParsedObject(Map<String, Scalar> fields, List<String> repeated) {}

    private EpayJson() {}

    /** The object's fields in order; empty where the body is no JSON object. */
    static Optional<ParsedObject> read(Bytes body) {
        try (JsonParser parser = FACTORY.createParser(body.array())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Reading reading = new Reading();
            reading.object(parser, "");
            return parser.nextToken() == null ? Optional.of(reading.done()) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    /** One body on its way. */
    private static final class Reading {

        private final Map<String, Scalar> fields = new LinkedHashMap<>();
        private final Set<String> folded = new HashSet<>();
        private final Set<String> repeated = new LinkedHashSet<>();

        ParsedObject done() {
            return new ParsedObject(fields, List.copyOf(repeated));
        }

        void object(JsonParser parser, String prefix) throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = prefix + parser.currentName();
                JsonToken value = parser.nextToken();
                if (fields.size() >= MOST_FIELDS) {
                    throw new IOException("too many fields");
                }
                if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                    repeated.add(name);
                }
                fields.remove(name);
                if (value == JsonToken.START_OBJECT) {
                    fields.put(name, new Scalar(Scalar.Type.NESTED, "nested"));
                    object(parser, name + ".");
                } else if (value == JsonToken.START_ARRAY) {
                    fields.put(name, new Scalar(Scalar.Type.NESTED, "nested"));
                    parser.skipChildren();
                } else {
                    fields.put(name, new Scalar(type(value), parser.getText()));
                }
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
