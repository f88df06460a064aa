package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;

/** The payments of a world, found by id and by invoice, bounded: at the limit the oldest final ones go first. */
public final class Payments {

    /** How many old payments are looked at for one that may go, so that a full sandbox stays quick to say so. */
    private static final int LOOK = 64;

    private static final int TAIL = 6;

    private final int most;
    private final boolean uniqueTails;
    private final InstantSource clock;
    private final MemoryAccount account;
    private final Records<String, Payment> byId;
    private final Map<String, String> latestByInvoice = new HashMap<>();
    private final Map<String, String> invoiceByTail = new HashMap<>();
    private final Deque<String> oldestFirst = new ArrayDeque<>();

    /**
     * @param uniqueTails whether {@link #sameTail} is refused, however close together the two come
     * @param clock the world's, by which it is judged what is final where other worlds need room
     */
    Payments(int most, boolean uniqueTails, WorldMemory memory, InstantSource clock) {
        this.most = most;
        this.uniqueTails = uniqueTails;
        this.clock = clock;
        this.account = memory.lasting(MemoryKind.PAYMENTS, this::evictOldest);
        this.byId = new Records<>(account, Payment::bytes);
    }

    /** Keeps a new payment, unless its invoice was paid or is being paid. */
    Outcome<Payment, Refusal> add(Payment payment, Instant now) {
        if (!account.take(payment.bytes())) {
            return full("as many payments as its memory may take");
        }
        Outcome<Payment, Refusal> added = keep(payment, now);
        if (added.value().isEmpty()) {
            account.give(payment.bytes());
        }
        return added;
    }

    private Outcome<Payment, Refusal> keep(Payment payment, Instant now) {
        synchronized (oldestFirst) {
            Optional<Payment> earlier =
                    ofInvoice(payment.order().shop(), payment.order().invoiceId());
            if (earlier.filter(one -> !one.at(now).isFailure()).isPresent()) {
                return Refusal.refuse(
                        Reason.INVOICE_TAKEN,
                        "invoiceId " + payment.order().invoiceId() + " has a transaction in status "
                                + earlier.get().at(now).wire());
            }
            if (uniqueTails
                    && sameTail(payment.order().shop(), payment.order().invoiceId())
                            .isPresent()) {
                return Refusal.refuse(Reason.INVOICE, "its last six characters are those of another invoice");
            }
            if (byId.size() >= most && !makeRoom(now)) {
                return full(most + " payments");
            }
            oldestFirst.addLast(payment.id());
            latestByInvoice.put(key(payment), payment.id());
            invoiceByTail.put(tailKey(payment), payment.order().invoiceId());
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

    public Optional<Payment> find(String id) {
        return byId.find(id);
    }

    /** The latest attempt at an invoice of this shop. */
    public Optional<Payment> ofInvoice(Shop shop, String invoiceId) {
        synchronized (oldestFirst) {
            return Optional.ofNullable(latestByInvoice.get(shop.clientId() + "\n" + invoiceId))
                    .flatMap(byId::find);
        }
    }

    /** Another invoice of this shop that ends with the same six digits, which the payment page forbids. */
    public Optional<String> sameTail(Shop shop, String invoiceId) {
        synchronized (oldestFirst) {
            return Optional.ofNullable(invoiceByTail.get(shop.clientId() + "\n" + tail(invoiceId)))
                    .filter(other -> !other.equals(invoiceId));
        }
    }

    /** Replaces a payment by what {@code change} makes of it; of two changes at once the second sees the first's result. */
    public Outcome<Payment, Refusal> change(String id, Function<Payment, Outcome<Payment, Refusal>> change) {
        return byId.change(id, change, Refusal.of(Reason.TRANSACTION_UNKNOWN));
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

    private boolean makeRoom(Instant now) {
        for (int looked = 0; looked < Math.min(LOOK, oldestFirst.size()); looked++) {
            String oldest = oldestFirst.removeFirst();
            Optional<Payment> found = byId.find(oldest);
            if (found.map(payment -> payment.at(now).isFinal()).orElse(true)) {
                byId.remove(oldest);
                found.ifPresent(payment -> {
                    latestByInvoice.remove(key(payment), oldest);
                    invoiceByTail.remove(tailKey(payment), payment.order().invoiceId());
                });
                return true;
            }
            oldestFirst.addLast(oldest);
        }
        return false;
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
