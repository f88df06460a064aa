package kz.paysandbox.emulator.epay.callbacks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The callbacks of a world, bounded: at the limit the oldest that wait for nothing go first, then the oldest. */
final class Ledger {

    private final int most;
    private final Map<String, Callback> byId = new LinkedHashMap<>();

    Ledger(int most) {
        this.most = most;
    }

    synchronized void add(Callback callback) {
        if (byId.size() >= most) {
            String oldest = byId.keySet().iterator().next();
            byId.remove(byId.values().stream()
                    .limit(100)
                    .filter(known -> known.state() != Callback.State.PENDING)
                    .map(Callback::id)
                    .findFirst()
                    .orElse(oldest));
        }
        byId.put(callback.id(), callback);
    }

    synchronized Optional<Callback> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Callback> change(String id, UnaryOperator<Callback> change) {
        return Optional.ofNullable(byId.computeIfPresent(id, (key, known) -> change.apply(known)));
    }

    /** Oldest first. */
    synchronized List<Callback> all() {
        return List.copyOf(byId.values());
    }
}
