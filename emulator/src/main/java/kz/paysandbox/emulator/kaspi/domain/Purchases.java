package kz.paysandbox.emulator.kaspi.domain;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.Records;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;

/** The payments of a world, bounded: at the limit the oldest final ones go first. */
public final class Purchases {

    /** How many old payments are looked at for one that may go, so that a full sandbox stays quick to say so. */
    private static final int LOOK = 64;

    private final int most;
    private final InstantSource clock;
    private final MemoryAccount account;
    private final Records<Long, Payment> byId;
    private final Deque<Long> oldestFirst = new ArrayDeque<>();

    public Purchases(int most) {
        this(most, WorldMemory.unbounded(), InstantSource.fixed(Instant.EPOCH));
    }

    /**
     * @param clock the world's, by which it is judged what is final where other worlds need room
     */
    Purchases(int most, WorldMemory memory, InstantSource clock) {
        this.most = most;
        this.clock = clock;
        this.account = memory.lasting(MemoryKind.PAYMENTS, this::evictOldest);
        this.byId = new Records<>(account, Payment::bytes);
    }

    /** Keeps a new payment. */
    public Outcome<Payment, Refusal> add(Payment payment, Instant now) {
        if (!account.take(payment.bytes())) {
            return full("as many payments as its memory may take");
        }
        synchronized (oldestFirst) {
            if (byId.size() >= most && !makeRoom(now)) {
                account.give(payment.bytes());
                return full(most + " payments");
            }
            oldestFirst.addLast(payment.id());
            byId.put(payment.id(), payment);
        }
        return Outcome.ok(payment);
    }

    private static Outcome<Payment, Refusal> full(String what) {
        return Refusal.refuse(
                Reason.SANDBOX_FULL,
                "the sandbox holds " + what + " and none of the oldest is final;"
                        + " raise limits.payments or the heap, or reset the world");
    }

    private boolean evictOldest() {
        synchronized (oldestFirst) {
            return makeRoom(clock.instant());
        }
    }

    public Optional<Payment> find(long id) {
        return byId.find(id);
    }

    /** Replaces a payment by what {@code change} makes of it; of two changes at once the second sees the first's result. */
    public Outcome<Payment, Refusal> change(long id, Function<Payment, Outcome<Payment, Refusal>> change) {
        return byId.change(id, change, Refusal.of(Reason.PURCHASE_UNKNOWN));
    }

    /** Tells the id of each payment that is added or changed. */
    public Watchers<Long> changes() {
        return byId.changes();
    }

    public void changeAll(UnaryOperator<Payment> change) {
        byId.changeAll(change);
    }

    public Stream<Payment> stream() {
        return byId.stream();
    }

    /** Newest first. */
    public List<Payment> newestFirst() {
        return stream().sorted(Comparator.comparingLong(Payment::id).reversed()).toList();
    }

    private boolean makeRoom(Instant now) {
        for (int looked = 0; looked < Math.min(LOOK, oldestFirst.size()); looked++) {
            Long oldest = oldestFirst.removeFirst();
            if (byId.find(oldest).map(payment -> payment.at(now).isFinal()).orElse(true)) {
                byId.remove(oldest);
                return true;
            }
            oldestFirst.addLast(oldest);
        }
        return false;
    }
}
