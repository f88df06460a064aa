package kz.paysandbox.emulator.control;

import java.util.function.Supplier;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.input.Table;

/**
 * A row of the control surface's table.
 *
 * @param payload what its body may be
 * @param query the query parameters that it takes; others are refused
 */
public record ControlEndpoint(
        Method method, String path, ControlHandler handler, Payload payload, Supplier<Table> query) {

    /** What a body may be. */
    public enum Payload {
        /** No members: whoever sends some means something else, as a shop's callback that was led here. */
        NONE,
        /** A JSON object, or nothing. */
        OBJECT,
        /** Any text; the handler reads it. */
        TEXT,
        /** Bytes, up to {@link ArchiveHandlers#MOST_BYTES}; the handler reads them. */
        FILE
    }

    /** No query parameters. */
    static final Supplier<Table> NO_QUERY = Table::new;

    /** A row without query parameters. Reading and deleting take no body, the rest takes a JSON object or nothing. */
    public ControlEndpoint(Method method, String path, ControlHandler handler) {
        this(method, path, handler, usualOf(method), NO_QUERY);
    }

    static Payload usualOf(Method method) {
        return method == Method.GET || method == Method.DELETE ? Payload.NONE : Payload.OBJECT;
    }
}
