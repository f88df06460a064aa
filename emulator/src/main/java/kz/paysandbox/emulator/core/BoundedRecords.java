package kz.paysandbox.emulator.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.core.data.Watchers;

/**
 * Immutable values by id, bounded: at the limit the oldest that may go goes first, else the oldest.
 *
 * @param <V> an immutable value
 */
public final class BoundedRecords<V> {

    /** Of so many of the oldest one is looked for that may go. */
    private static final int LOOKED_AT = 100;

    private static final int MOST_WATCHERS = 10;

    private final int most;
    private final Predicate<V> mayGo;
    private final Map<String, V> byId = new LinkedHashMap<>();
    private final Watchers<String> changes = new Watchers<>(MOST_WATCHERS);

    /** The oldest goes first, whatever it is. */
    public BoundedRecords(int most) {
        this(most, any -> true);
    }

    public BoundedRecords(int most, Predicate<V> mayGo) {
        this.most = most;
        this.mayGo = mayGo;
    }

    public synchronized void put(String id, V value) {
        if (byId.size() >= most && !byId.containsKey(id)) {
            String oldest = byId.keySet().iterator().next();
            byId.remove(byId.entrySet().stream()
                    .limit(LOOKED_AT)
                    .filter(known -> mayGo.test(known.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(oldest));
        }
        byId.put(id, value);
        changes.tell(id);
    }

    /** Tells the id of each value that was put or replaced. */
    public Watchers<String> changes() {
        return changes;
    }

    public synchronized Optional<V> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Replaces a value by what {@code change} makes of it; of two changes at once the second sees the first's result.
     *
     * @return what it is then; empty where there is none of this id
     */
    public synchronized Optional<V> change(String id, UnaryOperator<V> change) {
        Optional<V> changed = Optional.ofNullable(byId.computeIfPresent(id, (key, known) -> change.apply(known)));
        if (changed.isPresent()) {
            changes.tell(id);
        }
        return changed;
    }

    /** Oldest first. */
    public synchronized List<V> all() {
        return List.copyOf(byId.values());
    }
}
