package kz.paysandbox.adapters.epay;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the last callbacks until the program ends: for tests and trials, not for production. */
public final class InMemoryCallbackStore implements CallbackStore {
    private final int most;
    private final Map<String, Integer> stages = new LinkedHashMap<>();

    private InMemoryCallbackStore(int most) {
        this.most = most;
    }

    /** Remembers that many transactions. */
    public static InMemoryCallbackStore of(int most) {
        return new InMemoryCallbackStore(most);
    }

    @Override
    public synchronized Seen remember(String transactionId, int stage) {
        Integer known = stages.get(transactionId);
        if (known != null && known >= stage) {
            return known == stage ? Seen.DUPLICATE : Seen.OUTDATED;
        }
        stages.put(transactionId, stage);
        if (stages.size() > most) {
            stages.remove(stages.keySet().iterator().next());
        }
        return Seen.FIRST;
    }
}
