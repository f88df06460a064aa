package kz.paysandbox.emulator.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.settings.Suggestion;

/** Finds the row that a call with a mistyped path or method was meant for. */
final class NearestRow {

    private NearestRow() {}

    /** A note for whoever looks for the mistake; nothing where no row is near. */
    static Optional<String> note(Call call, List<Endpoint> rows) {
        String[] typed = call.path().split("/", -1);
        Map<String, Endpoint> candidates = new LinkedHashMap<>();
        rows.forEach(row -> candidates.putIfAbsent(row.method() + " " + filled(row.path(), typed), row));
        return Suggestion.of(call.method() + " " + call.path(), candidates.keySet())
                .map(candidates::get)
                .map(row -> "no row takes this call; did you mean " + row.method() + " " + row.path() + " (" + row.id()
                        + ")?");
    }

    /** The row's path with the caller's own segments in place of parameters, so that these are no difference. */
    private static String filled(String path, String[] typed) {
        String[] segments = path.split("/", -1);
        for (int place = 0; place < segments.length; place++) {
            if (segments[place].startsWith("{") && place < typed.length) {
                segments[place] = typed[place];
            }
        }
        return String.join("/", segments);
    }
}
