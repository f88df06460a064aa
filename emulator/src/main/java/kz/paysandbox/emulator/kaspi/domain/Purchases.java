package kz.paysandbox.emulator.kaspi.domain;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.records.PaymentRecords;
import kz.paysandbox.emulator.core.records.Records;
import kz.paysandbox.emulator.core.state.StateTable;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;

/** The payments of a world, bounded: at the limit the oldest final ones go first. */
public final class Purchases {

    private static final PaymentRecords.Traits<Long, Payment> TRAITS = new PaymentRecords.Traits<>(
            Payment::id, Payment::bytes, (payment, now) -> payment.at(now).isFinal());

    private final PaymentRecords<Long, Payment> kept;
    private final Records<Long, Payment> byId;

    public Purchases(int most) {
        this(most, WorldMemory.unbounded(), InstantSource.fixed(Instant.EPOCH));
    }

    /**
     * @param clock the world's, by which it is judged what is final where other worlds need room
     */
    Purchases(int most, WorldMemory memory, InstantSource clock) {
        this.kept = new PaymentRecords<>(most, TRAITS, PaymentRecords.Index.none(), memory, clock);
        this.byId = kept.byId();
    }

    /** Keeps a new payment. */
    public Outcome<Payment, Refusal> add(Payment payment, Instant now) {
        return kept.add(payment, now, Optional::empty, words -> Refusal.of(Reason.SANDBOX_FULL, words));
    }

    public Optional<Payment> find(long id) {
        return byId.find(id);
    }

    /** Replaces a payment by what {@code change} makes of it; of two changes at once the second sees the first's result. */
    public Outcome<Payment, Refusal> change(long id, Function<Payment, Outcome<Payment, Refusal>> change) {
        return byId.change(id, change, Refusal.of(Reason.PURCHASE_UNKNOWN));
    }

    /** These payments, to be kept outside the process. */
    StateTable<Payment> table() {
        return kept.table("kaspi.payments", Payment.class, Long::valueOf);
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
}
