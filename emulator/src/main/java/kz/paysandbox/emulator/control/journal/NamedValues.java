package kz.paysandbox.emulator.control.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.data.BodyText;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.secrets.Escapes;
import kz.paysandbox.emulator.core.secrets.JsonText;

/**
 * The values of a message by their names, without regard to case, each as it was sent and as it is read. A member of a
 * JSON object has its name alone, and with those of the objects around it, as {@code Data.Status}; an element of a list
 * has the list's.
 */
final class NamedValues {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Set<String>> values = new LinkedHashMap<>();

    /** Query and body. */
    static NamedValues ofRequest(Exchange.Message request) {
        NamedValues named = new NamedValues();
        int query = request.target().indexOf('?');
        if (query >= 0) {
            named.addPairs(request.target().substring(query + 1));
        }
        String type = request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Exchange.Header::value)
                .findFirst()
                .orElse("");
        named.addText(BodyText.of(type, request.body()).text());
        return named;
    }

    /** JSON or a form. */
    static NamedValues of(String text) {
        NamedValues named = new NamedValues();
        named.addText(text);
        return named;
    }

    void add(String name, String value) {
        values.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new LinkedHashSet<>())
                .add(value);
    }

    Stream<String> named(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()).stream();
    }

    boolean has(String name) {
        return values.containsKey(name.toLowerCase(Locale.ROOT));
    }

    private void addText(String text) {
        if (!JsonText.looksLike(text)) {
            addPairs(text);
            return;
        }
        NamedValues json = new NamedValues();
        try {
            json.addJson(text);
        } catch (IOException malformed) {
            json = new NamedValues();
            json.addBroken(text);
        }
        json.values.forEach((name, found) -> found.forEach(value -> add(name, value)));
    }

    private void addJson(String text) throws IOException {
        Deque<String> around = new ArrayDeque<>();
        String path = "";
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    path = around.element() + parser.currentName();
                } else if (token.isStructStart()) {
                    around.push(token == JsonToken.START_OBJECT && !path.isEmpty() ? path + "." : path);
                } else if (token.isStructEnd()) {
                    path = around.pop();
                    path = path.endsWith(".") ? path.substring(0, path.length() - 1) : path;
                } else {
                    String name = path.substring(path.lastIndexOf('.') + 1);
                    add(name, parser.getText());
                    add(path, parser.getText());
                }
            }
        }
    }

    /** What no parser takes was sent all the same. */
    private void addBroken(String text) {
        var unused = JsonText.rewritten(text, (name, kind, value) -> {
            add(name, value);
            return value;
        });
    }

    private void addPairs(String text) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = Escapes.percentDecoded(pair.substring(0, equals));
                String value = pair.substring(equals + 1);
                add(name, value);
                add(name, Escapes.percentDecoded(value));
            }
        }
    }
}
