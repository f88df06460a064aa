package kz.paysandbox.emulator.core.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A world's bounded memory of what was asked and answered: the oldest entries go first. */
public final class Journal {

    private final int most;
    private final AtomicLong last = new AtomicLong();
    private final Deque<Exchange> exchanges = new ArrayDeque<>();

    public Journal(int most) {
        this.most = most;
    }

    /** Whether anything is kept at all; what is not need not be put together. */
    public boolean keeps() {
        return most > 0;
    }

    /** The number of the exchange that now begins, from 1. */
    public long nextNumber() {
        return last.incrementAndGet();
    }

    public synchronized void add(Exchange exchange) {
        if (most == 0) {
            return;
        }
        if (exchanges.size() >= most) {
            exchanges.removeFirst();
        }
        exchanges.addLast(exchange);
    }

    /** Oldest first. */
    public synchronized List<Exchange> all() {
        return List.copyOf(exchanges);
    }

    public synchronized Optional<Exchange> numbered(long number) {
        return exchanges.stream()
                .filter(exchange -> exchange.number() == number)
                .findFirst();
    }

    /** Forgets the entries; numbers go on. */
    public synchronized void clear() {
        exchanges.clear();
    }
}
