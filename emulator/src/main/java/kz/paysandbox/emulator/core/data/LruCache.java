package kz.paysandbox.emulator.core.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;

/**
 * A memory of the things used last: at its limit the one not used for longest is forgotten. Long texts take no more room
 * than short ones. Safe for several threads.
 *
 * @param <K> what is remembered
 * @param <V> what is known of it
 */
public final class LruCache<K, V> {

    /** Bytes of the objects around a key and its value. */
    private static final int ENTRY_BYTES = 130;

    private final int most;
    private final int valueBytes;
    private final MemoryAccount account;
    private final Map<Object, V> values = new LinkedHashMap<>(16, 0.75f, true);

    /** One that is bounded in number alone. */
    public LruCache(int most) {
        this.most = most;
        this.valueBytes = 0;
        this.account = MemoryAccount.unbounded();
    }

    /**
     * One that is bounded in number, and in bytes with others of its kind.
     *
     * @param valueBytes bytes that a value takes at most
     */
    public LruCache(int most, WorldMemory memory, MemoryKind kind, int valueBytes) {
        this.most = most;
        this.valueBytes = valueBytes;
        this.account = memory.account(kind, this::evictOldest);
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(values.get(kept(key)));
    }

    /** All keys as text, the one not used for longest first. */
    public synchronized List<String> keys() {
        return values.keySet().stream().map(String::valueOf).toList();
    }

    /** Remembers a value, and returns the one it takes the place of. */
    public Optional<V> put(K key, V value) {
        Object kept = kept(key);
        Optional<V> before = replace(kept, value);
        if (before.isEmpty()) {
            account.keep(bytes(kept));
        }
        return before;
    }

    /** Replaces what is known, {@code start} where nothing is, and returns what is known then. */
    public V update(K key, V start, UnaryOperator<V> change) {
        Object kept = kept(key);
        V next;
        Optional<V> before;
        synchronized (this) {
            next = change.apply(values.getOrDefault(kept, start));
            before = replace(kept, next);
        }
        if (before.isEmpty()) {
            account.keep(bytes(kept));
        }
        return next;
    }

    public void forget(K key) {
        remove(kept(key));
    }

    private synchronized Optional<V> replace(Object kept, V value) {
        Optional<V> before = Optional.ofNullable(values.put(kept, value));
        if (values.size() > most) {
            remove(values.keySet().iterator().next());
        }
        return before;
    }

    private synchronized boolean evictOldest() {
        return !values.isEmpty() && remove(values.keySet().iterator().next());
    }

    private synchronized boolean remove(Object kept) {
        boolean known = values.remove(kept) != null;
        if (known) {
            account.give(bytes(kept));
        }
        return known;
    }

    private long bytes(Object kept) {
        return ENTRY_BYTES + valueBytes + (kept instanceof String text ? 2L * text.length() : 0);
    }

    private Object kept(K key) {
        return key instanceof String text ? ShortKey.of(text) : key;
    }
}
