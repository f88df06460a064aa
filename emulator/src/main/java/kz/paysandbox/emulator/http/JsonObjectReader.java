package kz.paysandbox.emulator.http;

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
 * A reader of JSON objects that callers send, bounded, which keeps numbers as the characters they were sent as; lists
 * are skipped.
 */
public final class JsonObjectReader {

    private static final int LONGEST_TEXT = 100_000;
    private static final Scalar NESTED = new Scalar(Scalar.Type.NESTED, "nested");

    private final JsonFactory factory;
    private final int mostFields;
    private final boolean withinObjects;

    /**
     * @param mostFields of a body; with more it is not read
     * @param deepest levels of objects and lists
     * @param longestNumber in characters
     * @param withinObjects whether objects within are read too, their members as {@code cardId.id}
     */
    public JsonObjectReader(int mostFields, int deepest, int longestNumber, boolean withinObjects) {
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNumberLength(longestNumber)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .build();
        this.mostFields = mostFields;
        this.withinObjects = withinObjects;
    }

    /**
     * What was read.
     *
     * @param fields in order; of several values with one name the last one
     * @param repeated names that came more than once, in whatever case
     */
    public record ParsedObject(Map<String, Scalar> fields, List<String> repeated) {}

    /** The object's fields; empty where the body is no JSON object. */
    public Optional<ParsedObject> read(Bytes body) {
        try (JsonParser parser = factory.createParser(body.array())) {
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
    private final class Reading {

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
                if (fields.size() >= mostFields) {
                    throw new IOException("too many fields");
                }
                if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                    repeated.add(name);
                }
                fields.remove(name);
                if (!value.isStructStart()) {
                    fields.put(name, new Scalar(type(value), parser.getText()));
                    continue;
                }
                fields.put(name, NESTED);
                if (withinObjects && value == JsonToken.START_OBJECT) {
                    object(parser, name + ".");
                } else {
                    parser.skipChildren();
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
