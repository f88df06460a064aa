package kz.paysandbox.emulator.kaspi.call;

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

/** Reads the flat JSON objects that callers send, keeping numbers as the characters they were sent as. */
final class KaspiJson {

    private static final int MOST_FIELDS = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNumberLength(100_000)
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

    private KaspiJson() {}

    /** The object's fields in order; empty where the body is no JSON object. */
    static Optional<ParsedObject> read(Bytes body) {
        try (JsonParser parser = FACTORY.createParser(body.array())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, Scalar> fields = new LinkedHashMap<>();
            Set<String> folded = new HashSet<>();
            Set<String> repeated = new LinkedHashSet<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME && fields.size() <= MOST_FIELDS) {
                String name = parser.currentName();
                if (!folded.add(name.toLowerCase(Locale.ROOT))) {
                    repeated.add(name);
                }
                parser.nextToken();
                fields.remove(name);
                fields.put(name, scalar(parser));
            }
            boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return whole ? Optional.of(new ParsedObject(fields, List.copyOf(repeated))) : Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Scalar scalar(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isStructStart()) {
            parser.skipChildren();
            return new Scalar(Scalar.Type.NESTED, "nested");
        }
        Scalar.Type type = token.isNumeric()
                ? Scalar.Type.NUMBER
                : token.isBoolean()
                        ? Scalar.Type.BOOLEAN
                        : token == JsonToken.VALUE_NULL ? Scalar.Type.NULL : Scalar.Type.STRING;
        return new Scalar(type, parser.getText());
    }
}
