package kz.paysandbox.emulator.epay.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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

    public synchronized Optional<T> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
