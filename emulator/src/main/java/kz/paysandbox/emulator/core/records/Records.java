package kz.paysandbox.emulator.core.records;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.state.ChangeSignal;

/**
 * Immutable values by key, each replaced as a whole: of two changes at once the second sees the first's result.
 *
 * @param <K> key
 * @param <V> an immutable value
 */
public final class Records<K, V> {

    private static final int MOST_WATCHERS = 10;

    private final ToLongFunction<V> weigher;
    private final MemoryAccount account;
    private final Map<K, V> values = new ConcurrentHashMap<>();
    private final Watchers<K> changes = new Watchers<>(MOST_WATCHERS);
    private final ChangeSignal signal = new ChangeSignal();

    /** Values that are counted nowhere. */
    public Records() {
        this(MemoryAccount.unbounded(), value -> 0);
    }

    /**
     * @param account of the values' bytes: who puts one has taken them, what a change adds or a removal frees is counted here
     * @param weigher bytes of a value
     */
    public Records(MemoryAccount account, ToLongFunction<V> weigher) {
        this.account = account;
        this.weigher = weigher;
    }

    public void put(K key, V value) {
        values.compute(key, (same, before) -> {
            signal.changing(key);
            return value;
        });
        changes.tell(key);
    }

    /** Tells the key of each value that was put or replaced by {@link #change}. */
    public Watchers<K> changes() {
        return changes;
    }

    public Optional<V> find(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /** As {@link #find}, but where the value is being changed, as it is after that. */
    public Optional<V> findSettled(K key) {
        return Optional.ofNullable(values.computeIfPresent(key, (same, value) -> value));
    }

    /** Hears of each key whose value is put, replaced or removed. */
    public ChangeSignal signal() {
        return signal;
    }

    /**
     * Replaces a value by what {@code change} makes of it; a refusal changes nothing.
     *
     * @param change pure: it may be tried more than once
     * @param absent the reason given where there is no such value
     */
    public <R> Outcome<V, R> change(K key, Function<V, Outcome<V, R>> change, R absent) {
        while (true) {
            V present = values.get(key);
            if (present == null) {
                return Outcome.refused(absent);
            }
            Outcome<V, R> outcome = change.apply(present);
            Optional<V> next = outcome.value();
            if (next.isEmpty()) {
                return outcome;
            }
            if (replace(key, present, next.get())) {
                account.keep(weigher.applyAsLong(next.get()) - weigher.applyAsLong(present));
                changes.tell(key);
                return outcome;
            }
        }
    }

    /** False where another change came first. */
    private boolean replace(K key, V present, V next) {
        AtomicBoolean replaced = new AtomicBoolean();
        values.computeIfPresent(key, (same, value) -> {
            if (value != present) {
                return value;
            }
            signal.changing(key);
            replaced.setPlain(true);
            return next;
        });
        return replaced.getPlain();
    }

    /** With changes that make no value larger. */
    public void changeAll(UnaryOperator<V> change) {
        values.keySet()
                .forEach(key -> values.computeIfPresent(key, (same, value) -> {
                    V next = change.apply(value);
                    if (next != value) {
                        signal.changing(key);
                    }
                    return next;
                }));
    }

    public void remove(K key) {
        values.computeIfPresent(key, (same, gone) -> {
            signal.changing(key);
            account.give(weigher.applyAsLong(gone));
            return null;
        });
    }

    public int size() {
        return values.size();
    }

    public Stream<V> stream() {
        return values.values().stream();
    }
}
