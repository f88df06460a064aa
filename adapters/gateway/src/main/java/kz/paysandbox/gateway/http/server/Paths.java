package kz.paysandbox.gateway.http.server;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Method;
import kz.paysandbox.gateway.http.route.Route;

/**
 * The addresses of the table, with the methods that each is for.
 *
 * @param known each once
 */
record Paths(List<Known> known) {
    private static final Set<Family> HEADS = Set.of(Family.SERVICE, Family.PAGE);
    private static final Pattern FIELD = Pattern.compile("\\{[a-z0-9_]+}");
    private static final String WRAPPER = "/api/v2/paymentkaspi";

    /**
     * One address.
     *
     * @param path as the table has it
     * @param pattern of the addresses that it stands for
     * @param family of its rows
     * @param methods that it is for
     */
    record Known(String path, Pattern pattern, Family family, Set<String> methods) {
        boolean allows(String method) {
            return methods.contains(method);
        }

        /** As the header Allow has it. */
        String allowed() {
            return String.join(", ", methods);
        }
    }

    static Paths of(List<Route> routes) {
        Map<String, Known> known = new LinkedHashMap<>();
        for (Route route : routes) {
            Known path = known.computeIfAbsent(
                    route.path(),
                    address -> new Known(address, pattern(address), route.family(), new LinkedHashSet<>()));
            path.methods().add(route.method().name());
            if (headed(route)) {
                path.methods().add("HEAD");
            }
        }
        return new Paths(List.copyOf(known.values()));
    }

    private static Pattern pattern(String path) {
        StringBuilder pattern = new StringBuilder();
        for (String segment : path.substring(1).split("/", -1)) {
            pattern.append('/').append(FIELD.matcher(segment).matches() ? "[^/]+" : Pattern.quote(segment));
        }
        return Pattern.compile(pattern + "/?");
    }

    /** Whether HEAD may be asked of a row: what it reads moves no money and marks nothing as seen. */
    boolean heads(Route route) {
        return headed(route);
    }

    private static boolean headed(Route route) {
        return route.method() == Method.GET && HEADS.contains(route.family());
    }

    /** The first address of the table that this one fits. */
    Optional<Known> of(String path) {
        return known.stream()
                .filter(row -> row.pattern().matcher(path).matches())
                .findFirst();
    }

    /** Whose refusals an unknown address has. */
    static Family family(String path) {
        return path.startsWith(WRAPPER) ? Family.WRAPPER : Family.SERVICE;
    }
}
