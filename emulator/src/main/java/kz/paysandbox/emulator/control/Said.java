package kz.paysandbox.emulator.control;

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

/** The named values of a message, by names without regard to case: each as it was sent and as it is read. */
final class Said {

    private final Map<String, Set<String>> values = new LinkedHashMap<>();

    /** Query and body. */
    static Said inRequest(Exchange.Message request) {
        Said said = new Said();
        int query = request.target().indexOf('?');
        if (query >= 0) {
            said.addPairs(request.target().substring(query + 1));
        }
        String type = request.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Exchange.Header::value)
                .findFirst()
                .orElse("");
        said.addText(BodyText.of(type, request.body()).text());
        return said;
    }

    /** JSON or a form. */
    static Said in(String text) {
        Said said = new Said();
        said.addText(text);
        return said;
    }

    void add(String name, String value) {
        values.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new LinkedHashSet<>())
                .add(value);
    }

    Stream<String> of(String name) {
        return values.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of()).stream();
    }

    private void addText(String text) {
        if (!JsonText.looksLike(text)) {
            addPairs(text);
            return;
        }
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
