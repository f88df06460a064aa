package kz.paysandbox.emulator.core.journal;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Bytes that the journals of all worlds share: where they are too many, the fullest one loses its oldest entries. */
final class JournalBudget {

    private final long most;
    private final AtomicLong held = new AtomicLong();
    private final Set<JournalPart> parts = ConcurrentHashMap.newKeySet();

    public JournalBudget(long most) {
        this.most = most;
    }

    /** Bytes that are held now, of all journals. */
    public long held() {
        return held.get();
    }

    long most() {
        return most;
    }

    void join(JournalPart part) {
        parts.add(part);
    }

    void leave(JournalPart part) {
        parts.remove(part);
    }

    void changed(long bytes) {
        if (held.addAndGet(bytes) > most) {
            evict();
        }
    }

    /** One at a time, so that not every caller who comes while it is full takes something away. */
    private synchronized void evict() {
        while (held.get() > most) {
            Optional<JournalPart> fullest = parts.stream().max(Comparator.comparingLong(JournalPart::bytes));
            long freed = fullest.map(JournalPart::evictOldest).orElse(0L);
            if (freed == 0) {
                return;
            }
            held.addAndGet(-freed);
        }
    }
}
