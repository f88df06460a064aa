package kz.paysandbox.gateway.callback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.callback.Callback;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.epay.callback.InMemoryCallbackStore;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.merchant.callback.CallbackInbox;
import kz.paysandbox.adapters.merchant.callback.Receipt;
import kz.paysandbox.adapters.merchant.store.FaultText;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.JobKinds;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.pay.card.CardOrders;
import kz.paysandbox.gateway.pay.card.CardPayments;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.ReceivedCallbacks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The receiving of Halyk's callbacks. One that fits our payment is stored and answered at once, and tried in the
 * background: the bank's status decides, never the callback. What cannot be confirmed is tried again by the job
 * {@link JobKinds#CALLBACKS}, and after the last try given to a person.
 */
public final class Callbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final int MISMATCH = 400;
    private static final int OK = 200;
    private static final int LATER = 503;
    private static final int MOST_TOLD = 100;

    private final GatewayDatabase database;
    private final StatusLooks looks;
    private final CardOrders orders;
    private final Identity identity;
    private final Terms terms;
    private final CallbackInbox inbox;
    private final CallbackInbox charged;

    /** What the bank said in the present run of this thread: one question an invoice, newer than all that is tried. */
    private final ThreadLocal<Map<InvoiceId, Said>> run = ThreadLocal.withInitial(HashMap::new);

    /**
     * What the bank said of an invoice.
     *
     * @param askedAt when it was asked
     */
    private record Said(Optional<Transaction> transaction, Instant askedAt) {}

    /**
     * What the program decides.
     *
     * @param background where a stored callback is tried at once; may refuse work, which the job then does
     * @param pauses between the tries ({@code retries.after}): 1, 5, 15 minutes, 1 and 6 hours
     * @param interval how often one invoice may make the bank be asked ({@code verify.min-interval})
     * @param events told of each callback that does not fit
     */
    public record Terms(Executor background, List<Duration> pauses, Duration interval, SecurityEvents events) {
        /** Copies the pauses. */
        public Terms {
            pauses = List.copyOf(pauses);
        }
    }

    /** Who is told of what looks like an attack, as a counter does. */
    @FunctionalInterface
    public interface SecurityEvents {
        /**
         * A callback was refused.
         *
         * @param why in words, without secrets
         * @param address the sender's
         */
        void refused(String why, String address);
    }

    /** Over the adapters' inbox. */
    public Callbacks(GatewayDatabase database, CardPayments cards, StatusLooks looks, Identity identity, Terms terms) {
        this.database = database;
        this.looks = looks;
        this.orders = new CardOrders(cards.rules());
        this.identity = identity;
        this.terms = terms;
        this.inbox = inbox(cards, this::ordered);
        this.charged = inbox(cards, this::order);
    }

    private CallbackInbox inbox(CardPayments cards, Function<InvoiceId, Optional<CardOrder>> as) {
        CallbackVerifier verifier =
                CallbackVerifier.of(as, this::status, InMemoryCallbackStore.of(1), cards.terminal());
        return CallbackInbox.of(database.database(), identity.clock(), verifier, this::confirmed)
                .withRetries(terms.pauses());
    }

    /**
     * Stores a callback, and has it tried.
     *
     * @param body at most 64 KiB
     * @param address the sender's
     * @return 200 once it is stored, duplicates and late ones alike; 400 where it does not fit our payment; 503 where it
     *     cannot be stored
     */
    public Receipt receive(byte[] body, String address) {
        Optional<Callback> callback = parsed(body);
        Receipt receipt;
        try {
            Optional<ReceivedCallbacks.Key> key = callback.map(ReceivedCallbacks.Key::of);
            boolean refused =
                    key.isPresent() && database.<Boolean>transaction(sql -> ReceivedCallbacks.refused(sql, key.get()));
            receipt = (callback.filter(this::ofCharge).isPresent() ? charged : inbox).receive(body);
            if (key.isPresent()) {
                boolean anew = refused && receipt.httpStatus() == OK;
                database.transaction(sql -> {
                    ReceivedCallbacks.sender(sql, key.get(), address, anew);
                    return true;
                });
            }
        } catch (StoreFailed e) {
            LOG.error("a callback could not be compared with its order: {}", e.getMessage());
            return new Receipt(LATER, "it could not be stored");
        }
        if (receipt.httpStatus() == MISMATCH) {
            String why = receipt.reason().replaceAll("\\p{Cntrl}", " ");
            LOG.warn("security event: a callback from {} was refused: {}", address, why);
            terms.events().refused(why, address);
        } else if (receipt.httpStatus() == OK && callback.isPresent()) {
            soon(terms.pauses().get(0));
            try {
                terms.background().execute(() -> tryNow(callback.get().invoiceId()));
            } catch (RejectedExecutionException e) {
                LOG.info("too many callbacks at once: the job tries this one");
            }
        }
        return receipt;
    }

    private static Optional<Callback> parsed(byte[] body) {
        try {
            return Optional.of(Callback.parse(body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** After a charge of less callbacks name what was ordered, as those of the hold do, or what was charged. */
    private boolean ofCharge(Callback callback) {
        return order(callback.invoiceId())
                .filter(order -> order.amount().amount().compareTo(callback.amount()) == 0)
                .isPresent();
    }

    /** The job looks at what waits no later than then, whatever becomes of this process. */
    private void soon(Duration pause) {
        try {
            Instant then = identity.clock().instant().plus(pause);
            database.transaction(sql -> {
                database.tables().jobs().hasten(sql, JobKinds.CALLBACKS, JobKinds.ALL, then);
                return true;
            });
        } catch (StoreFailed e) {
            LOG.error("the job of callbacks could not be brought forward: {}", e.getMessage());
        }
    }

    private void tryNow(InvoiceId invoice) {
        try {
            Optional<String> payment = payment(invoice).map(Payment::id);
            if (payment.isPresent()) {
                looks.asking(payment.get(), () -> tryNow(invoice, payment.get()));
            }
        } catch (RuntimeException e) {
            LOG.error("the callback of invoice {} could not be tried, the job tries it: {}", invoice, FaultText.of(e));
        } finally {
            run.remove();
        }
    }

    /** One invoice makes the bank be asked at most once in 3 s; a callback that comes sooner is tried by the job then. */
    private void tryNow(InvoiceId invoice, String paymentId) {
        Instant now = identity.clock().instant();
        Duration interval = terms.interval();
        boolean mayAsk = database.transaction(sql -> {
            boolean may = database.tables().payments().tryAsk(sql, paymentId, now.minus(interval));
            if (!may) {
                database.tables().jobs().hasten(sql, JobKinds.CALLBACKS, JobKinds.ALL, now.plus(interval));
            }
            return may;
        });
        if (mayAsk) {
            inbox.work(invoice);
        }
    }

    /**
     * Tries what is due, and gives what was tried in vain to a person.
     *
     * @return how many were tried
     */
    public int work() {
        try {
            run.remove();
            int tried = inbox.work();
            database.transaction(sql -> {
                for (ReceivedCallbacks.Exhausted callback : ReceivedCallbacks.untold(sql, MOST_TOLD)) {
                    attention(sql, callback);
                }
                return true;
            });
            return tried;
        } finally {
            run.remove();
        }
    }

    private void attention(Sql sql, ReceivedCallbacks.Exhausted callback) throws SQLException {
        Optional<Payment> payment = database.tables().payments().ofInvoice(sql, callback.invoiceId());
        database.tables()
                .attention()
                .raise(
                        sql,
                        new Subject(AttentionKind.CALLBACK, Long.toString(callback.id())),
                        payment.map(Payment::shop),
                        payment.map(Payment::id),
                        "a callback of invoice " + callback.invoiceId() + " could not be confirmed: "
                                + callback.error().orElse("no reason is known"));
    }

    /** Removes what was done or refused so long ago, and says how many. */
    public int prune(Duration olderThan) {
        return inbox.prune(olderThan);
    }

    private Optional<Payment> payment(InvoiceId invoice) {
        return database.transaction(sql -> database.tables().payments().ofInvoice(sql, invoice.value()))
                .filter(payment -> payment.kind().provider() == Provider.EPAY);
    }

    private Optional<CardOrder> order(InvoiceId invoice) {
        return payment(invoice).map(orders::of);
    }

    private Optional<CardOrder> ordered(InvoiceId invoice) {
        return payment(invoice)
                .map(payment -> orders.of(payment.of(
                        database.transaction(sql -> database.tables().payments().ordered(sql, payment.id())),
                        payment.refunded())));
    }

    /** Whatever becomes of the callback, what the bank says is put into the payment. */
    private Optional<Transaction> status(InvoiceId invoice) {
        Map<InvoiceId, Said> said = run.get();
        Said known = said.get(invoice);
        if (known == null) {
            Instant askedAt = identity.clock().instant();
            known = new Said(payment(invoice).flatMap(looks::transaction), askedAt);
            said.put(invoice, known);
        }
        return known.transaction();
    }

    private void confirmed(Transaction transaction, Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        Payment payment = database.tables()
                .payments()
                .ofInvoice(sql, transaction.invoiceId())
                .orElseThrow();
        Instant askedAt = Optional.ofNullable(run.get().get(InvoiceId.of(transaction.invoiceId())))
                .map(Said::askedAt)
                .orElseGet(() -> identity.clock().instant());
        looks.read(sql, payment.id(), transaction, askedAt);
    }
}
