package kz.paysandbox.emulator.http;

import java.util.function.Function;

/**
 * A row of a listener's table.
 *
 * @param id public name, as {@code r2 return create}
 * @param section section of the bank's document; empty where it has none
 * @param path with parameters in braces
 * @param handler answers a visit that matched
 * @param traits what is special about it
 */
public record Endpoint(
        String id, String section, Method method, String path, Function<WorldCall, Reply> handler, Traits traits) {

    /**
     * What is special about a row.
     *
     * @param mostBytes of a body, where that is more than the listener's limit; 0 for the listener's
     * @param tellsOfWorlds whether an answer may tell of a world: it then waits until what it tells is kept
     */
    public record Traits(int mostBytes, boolean tellsOfWorlds) {

        /** As most rows are. */
        public static final Traits USUAL = new Traits(0, true);

        /** Of a row whose answers hold nothing of any world. */
        public static final Traits WITHOUT_WORLDS = new Traits(0, false);
    }

    /** A row as most are. */
    public Endpoint(String id, String section, Method method, String path, Function<WorldCall, Reply> handler) {
        this(id, section, method, path, handler, Traits.USUAL);
    }

    /** Bytes of a body, where that is more than the listener's limit; 0 for the listener's. */
    public int mostBytes() {
        return traits.mostBytes();
    }
}
