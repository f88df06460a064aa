package kz.paysandbox.adapters.epay.callback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** The last callbacks, kept until the program ends: for tests and trials, not for production. */
public final class InMemoryCallbackStore implements CallbackStore {
    private static final int LOCKS = 64;

    private final int most;
    private final Map<String, Integer> stages = new LinkedHashMap<>();
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    private InMemoryCallbackStore(int most) {
        this.most = most;
    }

    /** Remembers that many transactions. */
    public static InMemoryCallbackStore of(int most) {
        return new InMemoryCallbackStore(most);
    }

    @Override
    public Seen once(String transactionId, int stage, Runnable handler) {
        ReentrantLock lock = locks.get(Math.floorMod(transactionId.hashCode(), LOCKS));
        lock.lock();
        try {
            int known = known(transactionId);
            if (known >= stage) {
                return known == stage ? Seen.DUPLICATE : Seen.OUTDATED;
            }
            handler.run();
            remember(transactionId, stage);
            return Seen.FIRST;
        } finally {
            lock.unlock();
        }
    }

    private int known(String transactionId) {
        synchronized (stages) {
            return stages.getOrDefault(transactionId, -1);
        }
    }

    private void remember(String transactionId, int stage) {
        synchronized (stages) {
            stages.put(transactionId, stage);
            if (stages.size() > most) {
                stages.remove(stages.keySet().iterator().next());
            }
        }
    }
}
