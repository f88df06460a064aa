package kz.paysandbox.emulator.kaspi.rules;

import java.util.Optional;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.http.WorldCall;

/** 2.1: each request has an X-Request-ID of its own. Remembers the ids used last in one world; bounded. */
public final class RequestIds {

    /** Characters of an id that are kept; of a longer one the rest counts by its hash. */
    private static final int KEPT = 100;

    private record Use(String row, int target, int body, long request) {}

    /**
     * An id that was used before.
     *
     * @param equal whether the call is the same to the last byte
     * @param evidence what the developer is told
     * @param request number of the request that used it before
     */
    public record Reuse(boolean equal, String evidence, long request) {}

    private final LruCache<String, Use> seen;

    public RequestIds(WorldMemory memory) {
        this.seen = new LruCache<>(10_000, memory, MemoryKind.RULES, 100);
    }

    /** Remembers a call's id; of two calls with one id at once, the second finds it used. */
    public Optional<Reuse> use(String row, WorldCall worldCall) {
        return worldCall
                .call()
                .header("X-Request-ID")
                .filter(id -> !id.isBlank())
                .flatMap(id -> {
                    Use now = new Use(
                            row,
                            worldCall.call().target().hashCode(),
                            worldCall.call().body().hashCode(),
                            worldCall.number());
                    return seen.put(key(id), now).map(before -> reuse(before, now));
                });
    }

    private static Reuse reuse(Use before, Use now) {
        boolean sameRow = before.row().equals(now.row());
        boolean equal = sameRow && before.target() == now.target() && before.body() == now.body();
        String evidence = equal
                ? "the same " + now.row() + " came again with its X-Request-ID"
                : sameRow
                        ? "one X-Request-ID on two different calls of " + now.row()
                        : "the X-Request-ID of " + before.row() + " came again on " + now.row();
        return new Reuse(equal, evidence, before.request());
    }

    private static String key(String id) {
        return id.length() <= KEPT ? id : id.substring(0, KEPT) + "#" + id.hashCode();
    }
}
