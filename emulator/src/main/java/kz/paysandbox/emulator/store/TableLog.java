package kz.paysandbox.emulator.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.paysandbox.emulator.core.state.ChangeListener;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/** What has changed in one table of a world and is still to be written. */
final class TableLog implements ChangeListener {

    private final WorldLog world;
    private final StateTable<?> table;
    private final ChangeQueue queue;

    /** The keys that changed and may wait, in the order of their first changes; it is its own lock. */
    private final Set<String> waiting = new LinkedHashSet<>();

    /** Whether it is in the queue; its own lock, so that who finds it there finds it in the queue too. */
    private final AtomicBoolean queued = new AtomicBoolean();

    /** What was written of a window; only the writer's thread touches it. */
    private Set<String> window = Set.of();

    /** What was written of it before; only the writer's thread touches it. */
    private Set<String> windowBefore = Set.of();

    TableLog(WorldLog world, StateTable<?> table, ChangeQueue queue) {
        this.world = world;
        this.table = table;
        this.queue = queue;
    }

    /** From now on it hears of every change. */
    void listen() {
        table.source().listen(this);
    }

    /** All values are still to be written. */
    void addAll() {
        table.source().keys().forEach(this::changing);
    }

    @Override
    public void changing(String key) {
        switch (table.urgency()) {
            case BEFORE_ANSWERS -> urgent(key);
            case SOON -> {
                synchronized (waiting) {
                    waiting.add(key);
                }
                soon();
            }
            case WINDOW -> soon();
        }
    }

    /** The only value of a table changes often, and is written once for all changes before. */
    private void urgent(String key) {
        Change change = new Change.Value(this, key);
        if (key.equals(SingleValue.KEY)) {
            synchronized (queued) {
                queue.addOnce(change, this::isFirst);
            }
        } else {
            queue.add(change);
        }
    }

    private void soon() {
        synchronized (queued) {
            queue.addSoon(this, this::isFirst);
        }
    }

    private boolean isFirst() {
        return queued.compareAndSet(false, true);
    }

    WorldLog world() {
        return world;
    }

    StateTable<?> table() {
        return table;
    }

    /** The writer looks at it now: what changes from here on is told anew. */
    void taken() {
        queued.set(false);
    }

    /** The value of a key that was taken, as it is to be kept: what has left a window is not. */
    Optional<?> value(String key) {
        boolean left = table.urgency() == StateTable.Urgency.WINDOW && !window.contains(key);
        return left ? Optional.empty() : table.source().find(key);
    }

    /** The keys that waited, which are the writer's now. */
    List<String> takeWaiting() {
        taken();
        if (table.urgency() == StateTable.Urgency.WINDOW) {
            Set<String> present = new LinkedHashSet<>(table.source().keys());
            Set<String> changed = new LinkedHashSet<>(window);
            changed.removeAll(present);
            present.stream().filter(key -> !window.contains(key)).forEach(changed::add);
            windowBefore = window;
            window = present;
            return List.copyOf(changed);
        }
        synchronized (waiting) {
            List<String> keys = List.copyOf(waiting);
            waiting.clear();
            return keys;
        }
    }

    /** These keys could not be written; they are to be written with the next ones. */
    void giveBack(List<String> keys) {
        if (table.urgency() == StateTable.Urgency.WINDOW) {
            window = windowBefore;
        } else {
            synchronized (waiting) {
                List<String> newer = List.copyOf(waiting);
                waiting.clear();
                waiting.addAll(keys);
                waiting.addAll(newer);
            }
        }
        soon();
    }

    /** What of a window is in the database. */
    void window(Set<String> keys) {
        window = Set.copyOf(keys);
    }

    /** The key as the database has it. */
    String kept(String key) {
        return table.has(StateTable.Trait.SECRET_KEYS) ? digest(key) : key;
    }

    private static String digest(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
