package kz.paysandbox.emulator.control.journal;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.journal.Journal;

/**
 * The wait until a journal has as many exchanges of a kind as are asked for. Each exchange is looked at once, as it is
 * kept; nothing is looked at again, and no thread waits.
 */
final class JournalWait {

    /** More are not counted: what is bounded above this is answered by what the journal has in the end. */
    private static final int MOST = 100_000;

    private final Predicate<Exchange> kind;
    private final LongPredicate enough;
    private final Set<Long> numbers = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Long> found = new CompletableFuture<>();

    private JournalWait(Predicate<Exchange> kind, LongPredicate enough) {
        this.kind = kind;
        this.enough = enough;
    }

    /**
     * How many there were when they were enough; -1 where they were not in time, or too many wait already.
     *
     * @param enough of a number of exchanges
     * @param millis real time
     */
    static CompletableFuture<Long> until(Journal journal, Predicate<Exchange> kind, LongPredicate enough, long millis) {
        JournalWait wait = new JournalWait(kind, enough);
        Consumer<Exchange> watcher = wait::look;
        if (!journal.watch(watcher)) {
            return CompletableFuture.completedFuture(-1L);
        }
        journal.all().forEach(wait::count);
        wait.decide();
        return wait.found
                .completeOnTimeout(-1L, millis, TimeUnit.MILLISECONDS)
                .whenComplete((count, none) -> journal.unwatch(watcher));
    }

    /** One that was kept while the others were counted is counted once. */
    private boolean count(Exchange exchange) {
        return numbers.size() < MOST && kind.test(exchange) && numbers.add(exchange.number());
    }

    private void look(Exchange exchange) {
        if (!found.isDone() && count(exchange)) {
            decide();
        }
    }

    private void decide() {
        long count = numbers.size();
        if (enough.test(count)) {
            found.complete(count);
        }
    }
}
