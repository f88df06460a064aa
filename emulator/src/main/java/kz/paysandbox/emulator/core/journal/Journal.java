package kz.paysandbox.emulator.core.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/**
 * A world's memory of what was asked and answered, bounded in number and in bytes: the oldest entries go first. Callers
 * without credentials have a small part of it, which all worlds share, so that they push nobody else's entries out.
 */
public final class Journal {

    /** Watchers of one journal at a time: each looks at every exchange. */
    public static final int MOST_WATCHERS = 1_000;

    /** Numbers are kept by so many at a time: after a crash so many at most are left out. */
    private static final int RESERVED = 1_000;

    /** So many of the newest entries outlive the process. */
    private static final int KEPT = 200;

    /**
     * The numbers that may have been given.
     *
     * @param reserved the highest of them
     */
    public record Numbers(long reserved) {}

    private final int most;
    private final AtomicLong last = new AtomicLong();
    private final ChangeSignal numbering = new ChangeSignal();
    private final ChangeSignal adding = new ChangeSignal();
    private volatile long reserved;
    private final JournalPart callers;
    private final JournalPart strangers;
    private final Watchers<Exchange> watchers = new Watchers<>(MOST_WATCHERS);

    /**
     * @param most entries; of callers with and without credentials each
     */
    public Journal(int most, JournalMemory memory) {
        this.most = most;
        this.callers = new JournalPart(most, memory.world(), memory.callers());
        this.strangers = new JournalPart(most, memory.strangers().most(), memory.strangers());
    }

    /** Whether anything is kept at all; what is not need not be put together. */
    public boolean keeps() {
        return most > 0;
    }

    /** The number of the exchange that now begins, from 1. */
    public long nextNumber() {
        long number = last.incrementAndGet();
        if (number > reserved) {
            reserve(number);
        }
        return number;
    }

    private synchronized void reserve(long number) {
        if (number > reserved) {
            numbering.changing(SingleValue.KEY);
            reserved = number + RESERVED;
        }
    }

    /** No more numbers are given: those that were reserved and not given are free again. */
    public synchronized void giveBackNumbers() {
        numbering.changing(SingleValue.KEY);
        reserved = last.get();
    }

    /** Its numbers and its newest entries of callers with credentials, to be kept outside the process. */
    public List<StateTable<?>> tables() {
        return List.of(
                StateTable.of(
                                "world.request-numbers",
                                Numbers.class,
                                new SingleValue<>(numbering, this::numbers, this::restore))
                        .with(StateTable.Trait.HISTORY),
                StateTable.of(
                                "world.requests",
                                Exchange.class,
                                new KeyedValues<>(
                                        adding,
                                        number -> callers.numberedLately(Long.parseLong(number)),
                                        () -> callers.newest(KEPT),
                                        callers::add))
                        .window()
                        .with(StateTable.Trait.HISTORY));
    }

    private synchronized Numbers numbers() {
        return new Numbers(reserved);
    }

    private synchronized void restore(Numbers numbers) {
        reserved = numbers.reserved();
        last.set(numbers.reserved());
    }

    /** Keeps what a caller with credentials of this world asked. */
    public void add(Exchange exchange) {
        callers.add(exchange, () -> adding.changing(SingleValue.KEY));
        watchers.tell(exchange);
    }

    /** Keeps what a caller without credentials asked. */
    public void addOfStranger(Exchange exchange) {
        strangers.add(exchange);
        watchers.tell(exchange);
    }

    /**
     * Tells of each exchange once it is kept, on the thread that keeps it.
     *
     * @param watcher not one that watches already
     * @return false where {@link #MOST_WATCHERS} watch already
     */
    public boolean watch(Consumer<Exchange> watcher) {
        return watchers.watch(watcher);
    }

    /** Tells no more. */
    public void unwatch(Consumer<Exchange> watcher) {
        watchers.unwatch(watcher);
    }

    /** How many watch. */
    public int watchers() {
        return watchers.count();
    }

    /** In the order in which they were kept, those of callers without credentials in their places by number. */
    public List<Exchange> all() {
        List<Exchange> known = callers.all();
        List<Exchange> others = strangers.all();
        return others.isEmpty()
                ? known
                : Stream.concat(known.stream(), others.stream())
                        .sorted(Comparator.comparingLong(Exchange::number))
                        .toList();
    }

    public Optional<Exchange> numbered(long number) {
        return callers.numbered(number).or(() -> strangers.numbered(number));
    }

    /**
     * How many requests went because of a limit since the journal was cleared last: nobody can say any more what they were.
     *
     * @param rows which rows' requests count; that of a request without a row is empty
     */
    public long forgotten(Predicate<String> rows) {
        return Stream.of(callers, strangers)
                .flatMap(part -> part.forgotten().entrySet().stream())
                .filter(row -> rows.test(row.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Forgets the entries; numbers go on. */
    public void clear() {
        callers.clear();
        strangers.clear();
        adding.changing(SingleValue.KEY);
    }

    /** Bytes that it holds. */
    public long bytes() {
        return callers.bytes() + strangers.bytes();
    }

    /** The world was deleted: all entries go, and later ones are not kept. */
    public void close() {
        callers.close();
        strangers.close();
    }
}
