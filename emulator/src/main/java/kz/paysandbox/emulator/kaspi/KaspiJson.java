package kz.paysandbox.emulator.kaspi;

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

    private KaspiJson() {}

    /** The object's fields in order; empty where the body is no JSON object. */
    static Optional<Map<String, Scalar>> read(Bytes body) {
        try (JsonParser parser = FACTORY.createParser(body.array())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, Scalar> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME && fields.size() <= MOST_FIELDS) {
                String name = parser.currentName();
                parser.nextToken();
                fields.remove(name);
                fields.put(name, scalar(parser));
            }
            boolean whole = parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            return whole ? Optional.of(fields) : Optional.empty();
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
