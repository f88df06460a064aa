package kz.paysandbox.emulator.kaspi.domain;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.records.Records;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.StateTable;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;

/** The return QR codes of a world, bounded: the oldest go first. */
public final class QrReturns {

    private final int most;
    private final MemoryAccount account;
    private final Records<Long, QrReturn> byId;
    private final Deque<Long> oldestFirst = new ArrayDeque<>();

    public QrReturns(int most) {
        this(most, WorldMemory.unbounded());
    }

    QrReturns(int most, WorldMemory memory) {
        this.most = most;
        this.account = memory.account(MemoryKind.PAYMENTS, this::evictOldest);
        this.byId = new Records<>(account, QrReturn::bytes);
    }

    public QrReturn add(QrReturn created) {
        synchronized (oldestFirst) {
            while (oldestFirst.size() >= most && evictOldest()) {
                // one at a time
            }
            oldestFirst.addLast(created.id());
            byId.put(created.id(), created);
        }
        account.keep(created.bytes());
        return created;
    }

    private boolean evictOldest() {
        synchronized (oldestFirst) {
            Long oldest = oldestFirst.pollFirst();
            if (oldest == null) {
                return false;
            }
            byId.remove(oldest);
            return true;
        }
    }

    public Optional<QrReturn> find(long id) {
        return byId.find(id);
    }

    /** The customer's app scans the code. */
    public Outcome<QrReturn, Refusal> scan(long id, Instant now, String phone) {
        return byId.change(id, present -> present.scan(now, phone), Refusal.of(Reason.PURCHASE_UNKNOWN));
    }

    /**
     * Gives money back by a code and marks the code where that succeeded, as one step: of two returns by one code at once,
     * the second finds it served.
     *
     * @param giveBack looks at the code, and books the return
     */
    synchronized <T> Outcome<T, Refusal> serve(long id, ReturnStatus after, Supplier<Outcome<T, Refusal>> giveBack) {
        return giveBack.get()
                .flatMap(booked -> byId.change(
                                id, code -> Outcome.ok(code.served(after)), Refusal.of(Reason.PURCHASE_UNKNOWN))
                        .fold(code -> Outcome.ok(booked), evicted -> Outcome.ok(booked)));
    }

    /** These codes, to be kept outside the process. */
    StateTable<QrReturn> table() {
        return StateTable.of(
                "kaspi.returns",
                QrReturn.class,
                new KeyedValues<>(byId.signal(), id -> byId.findSettled(Long.valueOf(id)), this::ids, code -> {
                    var unused = add(code);
                }));
    }

    private List<String> ids() {
        synchronized (oldestFirst) {
            return oldestFirst.stream().map(String::valueOf).toList();
        }
    }

    /** Tells the id of each code that is added or changed. */
    public Watchers<Long> changes() {
        return byId.changes();
    }

    /** Newest first. */
    public List<QrReturn> newestFirst() {
        return stream()
                .sorted(Comparator.comparingLong(QrReturn::id).reversed())
                .toList();
    }

    public void settle(Instant until) {
        byId.changeAll(present -> present.settled(until));
    }

    public Stream<QrReturn> stream() {
        return byId.stream();
    }
}
