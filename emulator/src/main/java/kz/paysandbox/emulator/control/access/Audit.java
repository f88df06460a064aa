package kz.paysandbox.emulator.control.access;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Who changed what through the control surface, the last thousand calls: those that may change something, and those that
 * a token's scope did not cover. Reading is only counted. It goes with the process.
 */
public final class Audit {

    /** Most entries. */
    public static final int MOST = 1_000;

    /**
     * A call.
     *
     * @param at by the machine's clock
     * @param token its name, never the token itself; empty for who sent none
     * @param path as it was sent, without its query; the row's own where the path has secrets
     * @param world what it was about; empty where that is no world
     * @param made name of the world or token that it made; empty where it made none
     * @param status as it was answered
     */
    public record Entry(
            Instant at,
            Optional<String> token,
            String method,
            String path,
            Optional<String> world,
            Optional<String> made,
            int status) {}

    private final Deque<Entry> entries = new ArrayDeque<>();

    public synchronized void add(Entry entry) {
        if (entries.size() == MOST) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** Newest first. */
    public synchronized List<Entry> all() {
        List<Entry> all = new ArrayList<>(entries);
        Collections.reverse(all);
        return all;
    }
}
