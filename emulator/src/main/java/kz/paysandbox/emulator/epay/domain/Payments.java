package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.records.PaymentRecords;
import kz.paysandbox.emulator.core.records.Records;
import kz.paysandbox.emulator.core.state.StateTable;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;

/** The payments of a world, found by id and by invoice, bounded: at the limit the oldest final ones go first. */
public final class Payments {

    private static final PaymentRecords.Traits<String, Payment> TRAITS = new PaymentRecords.Traits<>(
            Payment::id, Payment::bytes, (payment, now) -> payment.at(now).isFinal());

    private static final int TAIL = 6;

    private final boolean uniqueTails;
    private final PaymentRecords<String, Payment> kept;
    private final Records<String, Payment> byId;
    private final Map<String, String> latestByInvoice = new ConcurrentHashMap<>();
    private final Map<String, String> invoiceByTail = new ConcurrentHashMap<>();

    /**
     * @param uniqueTails whether {@link #sameTail} is refused, however close together the two come
     * @param clock the world's, by which it is judged what is final where other worlds need room
     */
    Payments(int most, boolean uniqueTails, WorldMemory memory, InstantSource clock) {
        this.uniqueTails = uniqueTails;
        this.kept = new PaymentRecords<>(most, TRAITS, new ByInvoice(), memory, clock);
        this.byId = kept.byId();
    }

    /** Keeps a new payment, unless its invoice was paid or is being paid. */
    Outcome<Payment, Refusal> add(Payment payment, Instant now) {
        return kept.add(payment, now, () -> objection(payment, now), words -> new Refusal(Reason.SANDBOX_FULL, words));
    }

    private Optional<Refusal> objection(Payment payment, Instant now) {
        Shop shop = payment.order().shop();
        String invoiceId = payment.order().invoiceId();
        Optional<PaymentStatus> earlier =
                ofInvoice(shop, invoiceId).map(one -> one.at(now)).filter(status -> !status.isFailure());
        if (earlier.isPresent()) {
            return Optional.of(new Refusal(
                    Reason.INVOICE_TAKEN,
                    "invoiceId " + invoiceId + " has a transaction in status "
                            + earlier.get().wire()));
        }
        return uniqueTails && sameTail(shop, invoiceId).isPresent()
                ? Optional.of(new Refusal(Reason.INVOICE, "its last six characters are those of another invoice"))
                : Optional.empty();
    }

    public Optional<Payment> find(String id) {
        return byId.find(id);
    }

    /** The latest attempt at an invoice of this shop. */
    public Optional<Payment> ofInvoice(Shop shop, String invoiceId) {
        return Optional.ofNullable(latestByInvoice.get(shop.clientId() + "\n" + invoiceId))
                .flatMap(byId::find);
    }

    /** Another invoice of this shop that ends with the same six digits, which the payment page forbids. */
    public Optional<String> sameTail(Shop shop, String invoiceId) {
        return Optional.ofNullable(invoiceByTail.get(shop.clientId() + "\n" + tail(invoiceId)))
                .filter(other -> !other.equals(invoiceId));
    }

    /** Replaces a payment by what {@code change} makes of it; of two changes at once the second sees the first's result. */
    public Outcome<Payment, Refusal> change(String id, Function<Payment, Outcome<Payment, Refusal>> change) {
        return byId.change(id, change, Refusal.of(Reason.TRANSACTION_UNKNOWN));
    }

    /** These payments, to be kept outside the process. */
    StateTable<Payment> table() {
        return kept.table("epay.payments", Payment.class, id -> id);
    }

    /** Tells the id of each payment that is added or changed. */
    public Watchers<String> changes() {
        return byId.changes();
    }

    void changeAll(UnaryOperator<Payment> change) {
        byId.changeAll(change);
    }

    public Stream<Payment> stream() {
        return byId.stream();
    }

    /** Newest first. */
    public List<Payment> newestFirst() {
        return stream()
                .sorted(Comparator.comparingLong(Payment::number).reversed())
                .toList();
    }

    /** The latest payment of each invoice, and the latest invoice of each tail. */
    private final class ByInvoice implements PaymentRecords.Index<Payment> {
        @Override
        public void added(Payment payment) {
            latestByInvoice.put(key(payment), payment.id());
            invoiceByTail.put(tailKey(payment), payment.order().invoiceId());
        }

        @Override
        public void removed(Payment payment) {
            if (latestByInvoice.remove(key(payment), payment.id())) {
                invoiceByTail.remove(tailKey(payment), payment.order().invoiceId());
            }
        }
    }

    private static String key(Payment payment) {
        return payment.order().shop().clientId() + "\n" + payment.order().invoiceId();
    }

    private static String tailKey(Payment payment) {
        return payment.order().shop().clientId() + "\n" + tail(payment.order().invoiceId());
    }

    private static String tail(String invoiceId) {
        return invoiceId.length() > TAIL ? invoiceId.substring(invoiceId.length() - TAIL) : invoiceId;
    }
}
