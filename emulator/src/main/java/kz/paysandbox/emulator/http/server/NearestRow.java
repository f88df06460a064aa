package kz.paysandbox.emulator.http.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Endpoint;

/** The search for the row that a call with a mistyped path or method was meant for. */
final class NearestRow {

    private NearestRow() {}

    /** Words for whoever looks for the mistake; nothing where no row is near. */
    static Optional<String> note(Call call, List<Endpoint> rows) {
        Optional<String> doubled = call.path().contains("//")
                ? Optional.of("the path has a doubled slash, as of a base address that ends with one")
                : Optional.empty();
        String path = call.path().replaceAll("/{2,}", "/");
        String[] typed = path.split("/", -1);
        Map<String, Endpoint> candidates = new LinkedHashMap<>();
        rows.forEach(row -> candidates.putIfAbsent(row.method() + " " + filled(row.path(), typed), row));
        Optional<String> near = Suggestion.of(call.method() + " " + path, candidates.keySet())
                .map(candidates::get)
                .map(row -> "no row takes this call; did you mean " + row.method() + " " + row.path() + " (" + row.id()
                        + ")?");
        return doubled.map(words -> words + near.map(text -> "; " + text).orElse(""))
                .or(() -> near);
    }

    /** The methods of the rows that have the call's path, as the header Allow lists them (RFC 9110, 10.2.1). */
    static String allowed(Call call, List<Endpoint> rows) {
        String path = call.path().replaceAll("/+$", "");
        String[] typed = path.split("/", -1);
        return rows.stream()
                .filter(row -> filled(row.path(), typed).equalsIgnoreCase(path))
                .map(row -> row.method().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The row's path with the caller's own segments in place of parameters, so that these are no difference. */
    private static String filled(String path, String[] typed) {
        String[] segments = path.split("/", -1);
        for (int place = 0; place < segments.length; place++) {
            if (segments[place].startsWith("{") && place < typed.length) {
                segments[place] = typed[place];
            } else if (segments[place].startsWith("<") && place < typed.length) {
                segments[place] = String.join("/", List.of(typed).subList(place, typed.length));
            }
        }
        return String.join("/", segments);
    }
}
