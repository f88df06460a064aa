package kz.paysandbox.emulator.http;

import java.util.function.Function;

/**
 * A row of a listener's table.
 *
 * @param id public name, as {@code r2 return create}
 * @param section section of the bank's document; empty where it has none
 * @param path with parameters in braces
 * @param handler answers a visit that matched
 * @param mostBytes of a body, where that is more than the listener's limit; 0 for the listener's
 */
public record Endpoint(
        String id, String section, Method method, String path, Function<WorldCall, Reply> handler, int mostBytes) {

    /** A row with the listener's limit of bodies. */
    public Endpoint(String id, String section, Method method, String path, Function<WorldCall, Reply> handler) {
        this(id, section, method, path, handler, 0);
    }
}
