package kz.paysandbox.gateway.http.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.paysandbox.gateway.http.route.Field;
import kz.paysandbox.gateway.http.route.Fields;
import kz.paysandbox.gateway.payment.Refusal.FieldError;

/**
 * The fields of one request as they are gathered from its query and its body. Numbers keep their characters; a null of
 * JSON is as if it were not there, but for its name.
 */
final class SentFields {
    private static final int MOST = 100;
    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 100;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private final Map<String, Field> sent = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<FieldError> faults = new ArrayList<>();

    Fields with(Map<String, String> path) {
        return new Fields(path, sent, faults);
    }

    /** A query or a form. */
    void form(String text) {
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            try {
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                if (named(name)) {
                    sent.put(name, new Field(Field.Type.TEXT, value));
                }
            } catch (IllegalArgumentException notEncoded) {
                fault("query", "is not percent-encoded UTF-8");
            }
        }
    }

    private static String decoded(String text) {
        String plain = URLDecoder.decode(text, StandardCharsets.UTF_8);
        if (plain.indexOf('\uFFFD') >= 0) {
            throw new IllegalArgumentException("not UTF-8");
        }
        return plain;
    }

    /** An object of JSON. */
    void json(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                fault("body", "is no JSON object");
                return;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (named(name) && value != JsonToken.VALUE_NULL) {
                    sent.put(name, new Field(type(value), value.isStructStart() ? "" : parser.getText()));
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                fault("body", "has more than one JSON object");
            }
        } catch (IOException notJson) {
            fault("body", "is no JSON object, or one too deep or with numbers too long");
        }
    }

    private static Field.Type type(JsonToken token) {
        if (token.isStructStart()) {
            return Field.Type.NESTED;
        }
        if (token.isNumeric()) {
            return Field.Type.NUMBER;
        }
        return token.isBoolean() ? Field.Type.BOOLEAN : Field.Type.TEXT;
    }

    /** Notes a name; false where its value is not taken. */
    private boolean named(String name) {
        if (name.length() > LONGEST_NAME || names.size() >= MOST) {
            fault("body", "has more than " + MOST + " fields, or a name of more than " + LONGEST_NAME + " characters");
            return false;
        }
        boolean first = names.add(name);
        if (!first) {
            fault(printable(name), "stands more than once");
        }
        return first;
    }

    private void fault(String field, String detail) {
        FieldError error = new FieldError(field, detail);
        if (!faults.contains(error) && faults.size() < MOST) {
            faults.add(error);
        }
    }

    private static String printable(String name) {
        return name.matches("[A-Za-z0-9_-]{1,50}") ? name : "a field";
    }
}
