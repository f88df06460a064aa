package kz.paysandbox.emulator.core.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A memory of the things used last: at its limit the one not used for longest is forgotten. Long texts take no more room
 * than short ones. Safe for several threads.
 *
 * @param <K> what is remembered
 * @param <V> what is known of it
 */
public final class LruCache<K, V> {

    private final int most;
    private final Map<Object, V> values = new LinkedHashMap<>(16, 0.75f, true);

    public LruCache(int most) {
        this.most = most;
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(values.get(kept(key)));
    }

    /** Remembers a value, and returns the one it takes the place of. */
    public synchronized Optional<V> put(K key, V value) {
        Optional<V> before = Optional.ofNullable(values.put(kept(key), value));
        if (values.size() > most) {
            values.remove(values.keySet().iterator().next());
        }
        return before;
    }

    /** Replaces what is known, {@code start} where nothing is, and returns what is known then. */
    public synchronized V update(K key, V start, UnaryOperator<V> change) {
        V next = change.apply(values.getOrDefault(kept(key), start));
        put(key, next);
        return next;
    }

    public synchronized void forget(K key) {
        values.remove(kept(key));
    }

    private Object kept(K key) {
        return key instanceof String text ? ShortKey.of(text) : key;
    }
}
