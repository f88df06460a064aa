package kz.paysandbox.emulator.control;

import java.util.function.Supplier;
import kz.paysandbox.emulator.control.access.Reach;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.input.Table;

/**
 * A row of the control surface's table.
 *
 * @param payload what its body may be
 * @param query the query parameters that it takes; others are refused
 * @param reach what it is about
 */
public record ControlEndpoint(
        Method method, String path, ControlHandler handler, Payload payload, Supplier<Table> query, Reach reach) {

    /** What a body may be. */
    public enum Payload {
        /** No members: whoever sends some means something else, as a shop's callback that was led here. */
        NONE,
        /** A JSON object, or nothing. */
        OBJECT,
        /** Any text; the handler reads it. */
        TEXT,
        /** Bytes, up to {@link ArchiveHandlers#MOST_BYTES}; the handler reads them. */
        FILE;

        /** Whether the handler reads the body itself. */
        boolean isRead() {
            return this == TEXT || this == FILE;
        }
    }

    /** No query parameters. */
    static final Supplier<Table> NO_QUERY = Table::new;

    /** A row about the selected world, without query parameters. Reading and deleting take no body, the rest takes a JSON object or nothing. */
    public ControlEndpoint(Method method, String path, ControlHandler handler) {
        this(method, path, handler, usualOf(method), NO_QUERY, Reach.WORLD);
    }

    /** The same row about something else. */
    ControlEndpoint about(Reach other) {
        return new ControlEndpoint(method, path, handler, payload, query, other);
    }

    static Payload usualOf(Method method) {
        return method == Method.GET || method == Method.DELETE ? Payload.NONE : Payload.OBJECT;
    }
}
