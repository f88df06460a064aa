package kz.paysandbox.emulator.http.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.http.Endpoint;

/**
 * A listener's rows by method and plain path: letters, digits, {@code . _ -} between single slashes, a point never first.
 * What is written otherwise is found by Javalin, or not at all.
 */
final class RowPaths {

    /** A row with what stands in the place of its parameters, by name. */
    record Match(Endpoint endpoint, Map<String, String> parameters) {}

    private record Row(Endpoint endpoint, List<String> segments) {}

    private final Map<String, List<Row>> byMethod = new HashMap<>();
    private final Map<String, Match> whole = new HashMap<>();

    RowPaths(List<Endpoint> endpoints) {
        for (Endpoint endpoint : endpoints) {
            byMethod.computeIfAbsent(endpoint.method().name(), method -> new ArrayList<>())
                    .add(new Row(endpoint, segments(endpoint.path())));
        }
        for (Endpoint endpoint : endpoints) {
            String method = endpoint.method().name();
            search(method, endpoint.path()).ifPresent(match -> whole.put(key(method, endpoint.path()), match));
        }
    }

    /** The first row that fits, in the order of the table. */
    Optional<Match> find(String method, String path) {
        Match known = whole.get(key(method, path));
        return known == null ? search(method, path) : Optional.of(known);
    }

    private static String key(String method, String path) {
        return method + path;
    }

    private Optional<Match> search(String method, String path) {
        List<Row> rows = byMethod.getOrDefault(method, List.of());
        if (rows.isEmpty() || !isPlain(path)) {
            return Optional.empty();
        }
        List<String> segments = segments(path);
        for (Row row : rows) {
            if (fits(row.segments(), segments)) {
                return Optional.of(new Match(row.endpoint(), parameters(row.segments(), segments)));
            }
        }
        return Optional.empty();
    }

    private static boolean fits(List<String> row, List<String> segments) {
        if (row.size() != segments.size()) {
            return false;
        }
        for (int at = row.size() - 1; at >= 0; at--) {
            if (!isParameter(row.get(at)) && !row.get(at).equals(segments.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, String> parameters(List<String> row, List<String> segments) {
        Map<String, String> parameters = Map.of();
        for (int at = 0; at < row.size(); at++) {
            if (isParameter(row.get(at))) {
                parameters = parameters.isEmpty() ? new LinkedHashMap<>() : parameters;
                parameters.put(row.get(at).substring(1, row.get(at).length() - 1), segments.get(at));
            }
        }
        return parameters;
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isPlain(String path) {
        char before = 0;
        for (int at = 0; at < path.length(); at++) {
            char letter = path.charAt(at);
            boolean slash = letter == '/';
            if (before == '/' ? slash || letter == '.' || !isPlain(letter) : !slash && !isPlain(letter)) {
                return false;
            }
            before = letter;
        }
        return before != '/';
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || letter == '.'
                || letter == '_'
                || letter == '-';
    }
}
