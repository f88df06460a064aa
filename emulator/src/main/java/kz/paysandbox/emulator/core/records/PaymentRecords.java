package kz.paysandbox.emulator.core.records;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.StateTable;

/**
 * The payments of a bank in a world, bounded in number and in bytes: at the limit the oldest final ones go first, and
 * where none of the oldest is final, no more are kept.
 *
 * @param <K> a payment's id
 * @param <V> an immutable payment
 */
public final class PaymentRecords<K, V> {

    /**
     * What is asked of a payment.
     *
     * @param bytes what it takes of the heap, about
     * @param isFinal whether it may go, by then
     */
    public record Traits<K, V>(Function<V, K> id, ToLongFunction<V> bytes, BiPredicate<V, Instant> isFinal) {}

    /** What else finds payments; told in step with what is kept. */
    public interface Index<V> {
        void added(V payment);

        void removed(V payment);

        /** By id alone. */
        static <V> Index<V> none() {
            return new Index<>() {
                @Override
                public void added(V payment) {}

                @Override
                public void removed(V payment) {}
            };
        }
    }

    /** How many old payments are looked at for one that may go, so that a full sandbox stays quick to say so. */
    private static final int LOOK = 64;

    private final int most;
    private final Traits<K, V> traits;
    private final Index<V> index;
    private final InstantSource clock;
    private final MemoryAccount account;
    private final Records<K, V> byId;
    private final Deque<K> oldestFirst = new ArrayDeque<>();

    /**
     * @param clock the world's, by which it is judged what is final where other worlds need room
     */
    public PaymentRecords(int most, Traits<K, V> traits, Index<V> index, WorldMemory memory, InstantSource clock) {
        this.most = most;
        this.traits = traits;
        this.index = index;
        this.clock = clock;
        this.account = memory.lasting(MemoryKind.PAYMENTS, this::evictOldest);
        this.byId = new Records<>(account, traits.bytes());
    }

    /** Those that are kept; they are added by {@link #add} alone. */
    public Records<K, V> byId() {
        return byId;
    }

    /**
     * Keeps a new payment.
     *
     * @param objection why it may not be kept, asked for in one step with keeping it; empty where it may
     * @param full the refusal with these words, where there is no room
     */
    public <R> Outcome<V, R> add(V payment, Instant now, Supplier<Optional<R>> objection, Function<String, R> full) {
        long bytes = traits.bytes().applyAsLong(payment);
        if (!account.take(bytes)) {
            return Outcome.refused(full.apply(words("as many payments as its memory may take")));
        }
        Outcome<V, R> added;
        synchronized (oldestFirst) {
            Optional<R> refusal = objection.get();
            if (refusal.isEmpty() && byId.size() >= most && !makeRoom(now)) {
                refusal = Optional.of(full.apply(words(most + " payments")));
            }
            added = refusal.<Outcome<V, R>>map(Outcome::refused).orElseGet(() -> Outcome.ok(keep(payment)));
        }
        if (added.value().isEmpty()) {
            account.give(bytes);
        }
        return added;
    }

    private static String words(String what) {
        return "the sandbox holds " + what
                + " and none of the oldest is final; raise limits.payments or the heap, or reset the world";
    }

    /** These payments, to be kept outside the process; {@code key} reads an id from its text. */
    public StateTable<V> table(String name, Class<V> type, Function<String, K> key) {
        return StateTable.of(
                name,
                type,
                new KeyedValues<>(byId.signal(), text -> byId.findSettled(key.apply(text)), this::keys, this::restore));
    }

    private List<String> keys() {
        synchronized (oldestFirst) {
            return oldestFirst.stream().map(String::valueOf).toList();
        }
    }

    private void restore(V payment) {
        account.keep(traits.bytes().applyAsLong(payment));
        synchronized (oldestFirst) {
            var unused = keep(payment);
        }
    }

    private V keep(V payment) {
        K id = traits.id().apply(payment);
        oldestFirst.addLast(id);
        byId.put(id, payment);
        index.added(payment);
        return payment;
    }

    private boolean evictOldest() {
        synchronized (oldestFirst) {
            return makeRoom(clock.instant());
        }
    }

    private boolean makeRoom(Instant now) {
        for (int looked = 0; looked < Math.min(LOOK, oldestFirst.size()); looked++) {
            K oldest = oldestFirst.removeFirst();
            Optional<V> found = byId.find(oldest);
            if (found.map(payment -> traits.isFinal().test(payment, now)).orElse(true)) {
                byId.remove(oldest);
                found.ifPresent(index::removed);
                return true;
            }
            oldestFirst.addLast(oldest);
        }
        return false;
    }
}
