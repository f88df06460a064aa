package kz.paysandbox.emulator.control;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import kz.paysandbox.emulator.http.Method;

/**
 * A row of the control surface's table.
 *
 * @param takesText whether its body is read by the handler, not as a JSON object
 * @param query names of the query parameters that it takes; others are refused
 */
public record ControlEndpoint(
        Method method, String path, ControlHandler handler, boolean takesText, Set<String> query) {

    public ControlEndpoint {
        query = Collections.unmodifiableSet(new TreeSet<>(query));
    }

    /** A row that takes a JSON object, or nothing, and no query parameters. */
    public ControlEndpoint(Method method, String path, ControlHandler handler) {
        this(method, path, handler, false, Set.of());
    }
}
