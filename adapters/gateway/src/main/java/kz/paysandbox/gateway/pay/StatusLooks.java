package kz.paysandbox.gateway.pay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.BankRefusals;
import kz.paysandbox.gateway.payment.FollowPlan;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.Tables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The asking of the banks for payments' states: because a caller wants to know, or because a job follows the payment. */
public final class StatusLooks {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** How long a caller waits for the answer to a question that another has put to the bank. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(StatusLooks.class);

    private final GatewayDatabase database;
    private final Banks banks;
    private final Ledger ledger;
    private final Identity identity;
    private final Intervals intervals;
    private final OpenQuestions questions;

    /** Over the banks. */
    public StatusLooks(GatewayDatabase database, Banks banks, Ledger ledger, Identity identity, Intervals intervals) {
        this.database = database;
        this.banks = banks;
        this.ledger = ledger;
        this.identity = identity;
        this.intervals = intervals;
        this.questions = new OpenQuestions(PATIENCE);
    }

    /**
     * How often callers may have a bank asked about one payment.
     *
     * @param invoicesAMinute of Kaspi: at most so often in any minute (4.6 forbids automatic polling), from 1 to 30
     * @param card of ePay: not sooner than this after the last time
     */
    public record Intervals(int invoicesAMinute, Duration card) {
        /** Four times a minute, and each 3 s. */
        public static final Intervals USUAL = new Intervals(4, Duration.ofSeconds(3));
    }

    /**
     * The payment as the bank shows it now, if it may be asked at this moment; else as it was last seen, which is after
     * the answer where the bank is being asked already.
     *
     * @return a refusal where the bank was asked and could not answer
     */
    public Result<Payment> look(Payment payment) {
        return worthAsking(payment)
                ? questions.ask(payment.id(), () -> asked(payment)).orElseGet(() -> Result.of(kept(payment)))
                : Result.of(payment);
    }

    /**
     * Does what asks the bank about a payment, so that callers who want to know wait for it; where they are asking, it is
     * done after that.
     *
     * @param question asks the bank, or finds that it may not be asked now
     */
    public void asking(String paymentId, Runnable question) {
        boolean done = questions
                .ask(paymentId, () -> {
                    question.run();
                    return true;
                })
                .orElse(false);
        if (!done) {
            question.run();
        }
    }

    private Result<Payment> asked(Payment payment) {
        if (!mayAsk(payment)) {
            return Result.of(kept(payment));
        }
        try {
            return Result.of(ask(payment).payment());
        } catch (PaymentException e) {
            return Result.refused(
                    payment.kind().provider() == Provider.KASPI ? BankRefusals.kaspi(e) : BankRefusals.epay(e));
        }
    }

    /** Money may come late to a payment that was given up, or that only we have cancelled. */
    private static boolean worthAsking(Payment payment) {
        return switch (payment.kind().provider()) {
            case KASPI ->
                payment.externalId().isPresent()
                        && (payment.status().open() || payment.status() == ServiceStatus.EXPIRED);
            case EPAY -> payment.status().open() || payment.status().unpaid();
        };
    }

    private boolean mayAsk(Payment payment) {
        Instant now = identity.clock().instant();
        return database.transaction(sql -> switch (payment.kind()) {
            case INVOICE ->
                database.tables().payments().tryAskWithin(sql, payment.id(), intervals.invoicesAMinute(), MINUTE);
            case LINK, QR ->
                database.tables()
                        .payments()
                        .tryAsk(sql, payment.id(), now.minus(payment.dates().pollingInterval()));
            case WIDGET, SAVED_CARD ->
                database.tables().payments().tryAsk(sql, payment.id(), now.minus(intervals.card()));
        });
    }

    /**
     * Follows an open payment: asks the bank, and gives it up where its time is over.
     *
     * @param plan when to look next
     * @return when to look again; empty when there is nothing more to follow
     * @throws PaymentException when the bank could not be asked; an unasked payment is not given up
     */
    public Optional<Instant> follow(String paymentId, FollowPlan plan) {
        Optional<Payment> found =
                database.transaction(sql -> database.tables().payments().find(sql, paymentId));
        Instant now = identity.clock().instant();
        if (found.isEmpty() || !(FollowPlan.follows(found.get(), now) || FollowPlan.anotherCard(found.get()))) {
            return Optional.empty();
        }
        Payment payment = found.get();
        boolean worthAsking = worthAsking(payment);
        Seen seen = new Seen(payment, !worthAsking);
        if (worthAsking && mayFollow(payment, now)) {
            database.transaction(sql -> database.tables().payments().tryAsk(sql, paymentId, now));
            seen = ask(payment);
        }
        payment = seen.payment();
        if (seen.latest() && FollowPlan.over(payment, now) && BankReading.known(payment)) {
            payment = ledger.expire(paymentId);
        }
        return plan.next(payment, identity.clock().instant());
    }

    /**
     * A payment after a bank was asked.
     *
     * @param latest whether nothing is known of it that the bank's word leaves out: only then can it be given up
     */
    private record Seen(Payment payment, boolean latest) {}

    /** An invoice is asked for once, at its end (4.6); one whose withdrawal is unknown is the settling's to ask for. */
    private boolean mayFollow(Payment payment, Instant now) {
        return payment.kind() != PaymentKind.INVOICE
                || (FollowPlan.over(payment, now)
                        && database.<Boolean>transaction(sql -> database.tables()
                                .operations()
                                .open(sql, payment.id())
                                .isEmpty()));
    }

    private Seen ask(Payment payment) {
        return switch (payment.kind().provider()) {
            case KASPI -> kaspi(payment);
            case EPAY -> epay(payment);
        };
    }

    private Seen kaspi(Payment payment) {
        Instant askedAt = identity.clock().instant();
        PaymentStatus status =
                banks.merchant().status(payment.shop(), payment.externalId().orElseThrow());
        return seen(payment, ledger.read(payment.id(), BankReading.of(payment.kind(), status), now -> now, askedAt));
    }

    private Seen epay(Payment payment) {
        Instant askedAt = identity.clock().instant();
        return status(payment)
                .map(found -> seen(payment, read(payment, found, askedAt)))
                .orElse(new Seen(payment, true));
    }

    private Seen seen(Payment before, Optional<Payment> read) {
        return read.map(now -> new Seen(now, true)).orElseGet(() -> new Seen(kept(before), false));
    }

    private Payment kept(Payment before) {
        return database.transaction(
                sql -> database.tables().payments().find(sql, before.id()).orElseThrow());
    }

    /**
     * The transaction of a card payment as the bank shows it now, put into the payment. An order that the bank does not
     * know yet changes nothing: the customer has not begun.
     *
     * @throws PaymentException when the bank could not be asked
     */
    public Optional<Transaction> transaction(Payment payment) {
        Instant askedAt = identity.clock().instant();
        Optional<Transaction> transaction = status(payment);
        transaction.ifPresent(found -> read(payment, found, askedAt));
        return transaction;
    }

    private Optional<Transaction> status(Payment payment) {
        InvoiceId invoice = InvoiceId.of(payment.bank().invoiceId().orElseThrow());
        return banks.epay()
                .orElseThrow(() -> new IllegalStateException("ePay is not set up"))
                .client()
                .status(invoice);
    }

    private Optional<Payment> read(Payment payment, Transaction found, Instant askedAt) {
        return database.repeated(sql -> read(sql, payment.id(), found, askedAt));
    }

    /**
     * Puts what the bank said of a transaction into its payment, in a transaction of the caller's; nothing, where the
     * payment was written after the bank was asked. What cannot be this payment's moves nothing, and a person is told
     * once, unless an operation is open: then the books may show it before it is known.
     *
     * @return the payment; empty where the bank's word was put into none
     */
    public Optional<Payment> read(Sql sql, String paymentId, Transaction found, Instant askedAt) throws SQLException {
        Tables tables = database.tables();
        Payment payment = tables.payments().locked(sql, paymentId).orElseThrow();
        if (tables.payments().writtenAfter(sql, paymentId, askedAt)) {
            return Optional.empty();
        }
        Optional<String> why = CardReadings.contradiction(payment, found);
        if (why.isEmpty()) {
            return Optional.of(ledger.read(sql, paymentId, CardReadings.reading(found), CardReadings.facts(found)));
        }
        if (tables.operations().open(sql, paymentId).isEmpty()) {
            LOG.warn("security event: payment {}: {}", paymentId, why.get());
            tables.attention()
                    .raiseOnce(
                            sql,
                            new Subject(AttentionKind.CONTRADICTION, paymentId),
                            Optional.of(payment.shop()),
                            Optional.of(paymentId),
                            why.get());
        }
        return Optional.empty();
    }

    /** The payment as the bank shows it now, however lately it was asked; as it was, where the bank cannot be asked. */
    public Payment refreshed(Payment payment) {
        try {
            database.transaction(sql -> database.tables()
                    .payments()
                    .tryAsk(sql, payment.id(), identity.clock().instant()));
            return ask(payment).payment();
        } catch (PaymentException e) {
            LOG.warn("payment {} could not be looked at: {}", payment.id(), e.getMessage());
            return payment;
        }
    }
}
