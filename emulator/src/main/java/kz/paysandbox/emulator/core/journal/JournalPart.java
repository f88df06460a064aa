package kz.paysandbox.emulator.core.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Entries of one journal, bounded in number and in bytes: the oldest go first. */
final class JournalPart {

    /** What a part loses at once when all journals together are too large, so that this is rarely needed. */
    private static final int SHED = 8;

    private final int most;
    private final long mostBytes;
    private final JournalBudget shared;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private volatile long bytes;
    private final Map<String, Long> forgotten = new HashMap<>();
    private boolean closed;

    JournalPart(int most, long mostBytes, JournalBudget shared) {
        this.most = most;
        this.mostBytes = mostBytes;
        this.shared = shared;
        shared.join(this);
    }

    void add(Exchange exchange) {
        add(exchange, () -> {});
    }

    /**
     * As {@link #add(Exchange)}.
     *
     * @param adding hears that an entry is added before anybody can see it, under the lock under which it is
     */
    void add(Exchange exchange, Runnable adding) {
        shared.changed(keep(exchange, adding));
    }

    private synchronized long keep(Exchange exchange, Runnable adding) {
        if (closed || most == 0) {
            return 0;
        }
        adding.run();
        long before = bytes;
        long now = before + exchange.bytes();
        exchanges.addLast(exchange);
        while (exchanges.size() > most || now > mostBytes) {
            now -= forget();
        }
        bytes = now;
        return now - before;
    }

    /** Gives up its oldest entries, and says how many bytes these were; the caller settles that with the budget. */
    synchronized long evictOldest() {
        long before = bytes;
        long now = before;
        while (!exchanges.isEmpty() && before - now <= before / SHED) {
            now -= forget();
        }
        bytes = now;
        return before - now;
    }

    /** Gives up the oldest entry, and says how many bytes it was. */
    private long forget() {
        Exchange oldest = exchanges.removeFirst();
        if (!oldest.isHandshake()) {
            forgotten.merge(oldest.row(), 1L, Long::sum);
        }
        return oldest.bytes();
    }

    long bytes() {
        return bytes;
    }

    /** How many requests of each row went because of a limit since the part was cleared last. */
    synchronized Map<String, Long> forgotten() {
        return Map.copyOf(forgotten);
    }

    synchronized List<Exchange> all() {
        return List.copyOf(exchanges);
    }

    synchronized Optional<Exchange> numbered(long number) {
        return exchanges.stream()
                .filter(exchange -> exchange.number() == number)
                .findFirst();
    }

    void clear() {
        shared.changed(-drop(false));
    }

    /** Takes nothing more, and holds nothing. */
    void close() {
        shared.leave(this);
        shared.changed(-drop(true));
    }

    private synchronized long drop(boolean forEver) {
        long before = bytes;
        exchanges.clear();
        forgotten.clear();
        bytes = 0;
        closed |= forEver;
        return before;
    }

    /** The numbers of so many of the newest entries, oldest first. */
    synchronized List<String> newest(int many) {
        List<String> numbers = new ArrayList<>(many);
        Iterator<Exchange> latest = exchanges.descendingIterator();
        while (latest.hasNext() && numbers.size() < many) {
            numbers.add(String.valueOf(latest.next().number()));
        }
        Collections.reverse(numbers);
        return numbers;
    }

    /** As {@link #numbered}, quick for one of the newest. */
    synchronized Optional<Exchange> numberedLately(long number) {
        Iterator<Exchange> latest = exchanges.descendingIterator();
        while (latest.hasNext()) {
            Exchange exchange = latest.next();
            if (exchange.number() == number) {
                return Optional.of(exchange);
            }
        }
        return Optional.empty();
    }
}
