package kz.paysandbox.gateway.callback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import kz.paysandbox.adapters.epay.callback.Callback;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.epay.callback.InMemoryCallbackStore;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.merchant.callback.CallbackInbox;
import kz.paysandbox.adapters.merchant.callback.Receipt;
import kz.paysandbox.adapters.merchant.callback.StoredCallback;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.JobKinds;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.pay.card.CardOrders;
import kz.paysandbox.gateway.pay.card.CardPayments;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;
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
    private static final int MOST_EXHAUSTED = 1000;

    private final GatewayDatabase database;
    private final StatusLooks looks;
    private final CardOrders orders;
    private final Identity identity;
    private final Terms terms;
    private final CallbackInbox inbox;

    /**
     * What the program decides.
     *
     * @param background where a stored callback is tried at once; may refuse work, which the job then does
     * @param pauses between the tries ({@code retries.after}): 1, 5, 15 minutes, 1 and 6 hours
     * @param events told of each callback that does not fit
     */
    public record Terms(Executor background, List<Duration> pauses, SecurityEvents events) {
        /** 1, 5 and 15 minutes, 1 and 6 hours. */
        public static final List<Duration> PAUSES = List.of(
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(15),
                Duration.ofHours(1),
                Duration.ofHours(6));

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
         */
        void refused(String why);
    }

    /** Over the adapters' inbox. */
    public Callbacks(GatewayDatabase database, CardPayments cards, StatusLooks looks, Identity identity, Terms terms) {
        this.database = database;
        this.looks = looks;
        this.orders = new CardOrders(cards.rules());
        this.identity = identity;
        this.terms = terms;
        CallbackVerifier verifier =
                CallbackVerifier.of(this::order, this::status, InMemoryCallbackStore.of(1), cards.terminal());
        this.inbox = CallbackInbox.of(database.database(), identity.clock(), verifier, this::confirmed)
                .withRetries(terms.pauses());
    }

    /**
     * Stores a callback, and has it tried.
     *
     * @param body at most 64 KiB
     * @return 200 once it is stored, duplicates and late ones alike; 400 where it does not fit our payment; 503 where it
     *     cannot be stored
     */
    public Receipt receive(byte[] body) {
        Receipt receipt;
        try {
            receipt = inbox.receive(body);
        } catch (StoreFailed e) {
            LOG.error("a callback could not be compared with its order: {}", e.getMessage());
            return new Receipt(503, "it could not be stored");
        }
        if (receipt.httpStatus() == MISMATCH) {
            LOG.warn(
                    "security event: a callback was refused: {}",
                    receipt.reason().replaceAll("\\p{Cntrl}", " "));
            terms.events().refused(receipt.reason());
        } else if (receipt.httpStatus() == 200) {
            soon(terms.pauses().get(0));
            try {
                InvoiceId invoice = Callback.parse(body).invoiceId();
                terms.background().execute(() -> tryNow(invoice));
            } catch (RejectedExecutionException e) {
                LOG.info("too many callbacks at once: the job tries this one");
            }
        }
        return receipt;
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

    /** One invoice makes the bank be asked at most once in 3 s; a callback that comes sooner is tried by the job then. */
    private void tryNow(InvoiceId invoice) {
        try {
            Instant now = identity.clock().instant();
            Duration interval = StatusLooks.Intervals.USUAL.card();
            boolean mayAsk = database.transaction(sql -> {
                Optional<Payment> payment = database.tables().payments().ofInvoice(sql, invoice.value());
                boolean may = payment.isPresent()
                        && database.tables().payments().ask(sql, payment.get().id(), now.minus(interval));
                if (!may) {
                    database.tables().jobs().hasten(sql, JobKinds.CALLBACKS, JobKinds.ALL, now.plus(interval));
                }
                return may;
            });
            if (mayAsk) {
                inbox.work(invoice);
            }
        } catch (RuntimeException e) {
            LOG.error("the callback of invoice {} could not be tried; the job tries it", invoice, e);
        }
    }

    /**
     * Tries what is due, and gives what was tried in vain to a person.
     *
     * @return how many were tried
     */
    public int work() {
        int tried = inbox.work();
        List<StoredCallback> exhausted = inbox.in(StoredCallback.State.EXHAUSTED, MOST_EXHAUSTED);
        if (!exhausted.isEmpty()) {
            database.transaction(sql -> {
                for (StoredCallback callback : exhausted) {
                    attention(sql, callback);
                }
                return true;
            });
        }
        return tried;
    }

    private void attention(Sql sql, StoredCallback callback) throws SQLException {
        Optional<Payment> payment =
                database.tables().payments().ofInvoice(sql, callback.invoiceId().value());
        database.tables()
                .attention()
                .raiseOnce(
                        sql,
                        new Subject("callback", Long.toString(callback.id())),
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

    /** Whatever becomes of the callback, what the bank says is put into the payment. */
    private Optional<Transaction> status(InvoiceId invoice) {
        return payment(invoice).flatMap(looks::transaction);
    }

    private void confirmed(Transaction transaction, Connection connection) throws SQLException {
        Sql sql = new Sql(connection);
        Payment payment = database.tables()
                .payments()
                .ofInvoice(sql, transaction.invoiceId())
                .orElseThrow();
        looks.read(sql, payment, transaction);
    }
}
