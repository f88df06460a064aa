package kz.paysandbox.emulator.epay.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Things by id, bounded: the oldest go first.
 *
 * @param <T> an immutable thing
 */
public final class Shelf<T> {

    private final int most;
    private final Map<String, T> byId = new LinkedHashMap<>();

    Shelf(int most) {
        this.most = most;
    }

    public synchronized void put(String id, T thing) {
        if (byId.size() >= most && !byId.containsKey(id)) {
            byId.remove(byId.keySet().iterator().next());
        }
        byId.put(id, thing);
    }

    /** Replaces a thing by what {@code change} makes of it; of two changes at once the second sees the first's result. */
    public synchronized void change(String id, UnaryOperator<T> change) {
        byId.computeIfPresent(id, (key, known) -> change.apply(known));
    }

    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
