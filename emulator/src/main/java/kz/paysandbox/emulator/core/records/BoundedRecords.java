package kz.paysandbox.emulator.core.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.StateTable;

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
    private final ToLongFunction<V> weigher;
    private final MemoryAccount account;
    private final Map<String, V> byId = new LinkedHashMap<>();
    private final Watchers<String> changes = new Watchers<>(MOST_WATCHERS);
    private final ChangeSignal signal = new ChangeSignal();

    /** The oldest goes first, whatever it is. */
    public BoundedRecords(int most) {
        this(most, any -> true);
    }

    public BoundedRecords(int most, Predicate<V> mayGo) {
        this(most, mayGo, WorldMemory.unbounded(), MemoryKind.PAYMENTS, value -> 0);
    }

    /**
     * Bounded in bytes too, with others of its kind.
     *
     * @param weigher bytes of a value with its id
     */
    public BoundedRecords(
            int most, Predicate<V> mayGo, WorldMemory memory, MemoryKind kind, ToLongFunction<V> weigher) {
        this.most = most;
        this.mayGo = mayGo;
        this.weigher = weigher;
        this.account = memory.account(kind, this::evictOldest);
    }

    public void put(String id, V value) {
        account.keep(replace(id, value));
    }

    private synchronized long replace(String id, V value) {
        if (byId.size() >= most && !byId.containsKey(id)) {
            var unused = evictOldest();
        }
        signal.changing(id);
        V before = byId.put(id, value);
        changes.tell(id);
        return weigher.applyAsLong(value) - (before == null ? 0 : weigher.applyAsLong(before));
    }

    private synchronized boolean evictOldest() {
        if (byId.isEmpty()) {
            return false;
        }
        String oldest = byId.keySet().iterator().next();
        String going = byId.entrySet().stream()
                .limit(LOOKED_AT)
                .filter(known -> mayGo.test(known.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(oldest);
        signal.changing(going);
        V gone = byId.remove(going);
        account.give(gone == null ? 0 : weigher.applyAsLong(gone));
        return true;
    }

    /**
     * These values, to be kept outside the process.
     *
     * @param id of a value
     */
    public StateTable<V> table(String name, Class<V> type, Function<V, String> id) {
        return StateTable.of(
                name, type, new KeyedValues<>(signal, this::find, this::ids, value -> put(id.apply(value), value)));
    }

    private synchronized List<String> ids() {
        return List.copyOf(byId.keySet());
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
    public Optional<V> change(String id, UnaryOperator<V> change) {
        long larger;
        V changed;
        synchronized (this) {
            V known = byId.get(id);
            if (known == null) {
                return Optional.empty();
            }
            changed = change.apply(known);
            signal.changing(id);
            byId.put(id, changed);
            changes.tell(id);
            larger = weigher.applyAsLong(changed) - weigher.applyAsLong(known);
        }
        account.keep(larger);
        return Optional.of(changed);
    }

    /** Oldest first. */
    public synchronized List<V> all() {
        return List.copyOf(byId.values());
    }
}
