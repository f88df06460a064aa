package kz.paysandbox.gateway.pay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.FollowPlan;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.Transition;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.IdempotencyKey;
import kz.paysandbox.gateway.store.Tables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writing of payments and operations. Before the bank is asked, the operation, its payment, its first job and its
 * idempotency key are written in one transaction; what became of it is written once, with the payment's new state,
 * receipts and messages to the shop.
 */
public final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final GatewayDatabase database;
    private final Tables tables;
    private final Identity identity;
    private final PaymentChanges changes;
    private final PaymentIntake intake;
    private final OperationOutcomes outcomes;

    /**
     * Over a database, by this node.
     *
     * @param firstLook how long after a lost answer the bank's books are first looked at
     */
    public Ledger(GatewayDatabase database, Identity identity, FollowPlan plan, Duration firstLook) {
        this.database = database;
        this.tables = database.tables();
        this.identity = identity;
        this.changes = new PaymentChanges(tables, identity);
        this.intake = new PaymentIntake(database, identity, plan, firstLook);
        this.outcomes = new OperationOutcomes(database, identity, plan, changes, firstLook);
    }

    /** A new operation of a payment, not yet written. */
    public Operation operation(String paymentId, OperationKind kind, Tenge amount) {
        return intake.operation(paymentId, kind, amount);
    }

    /**
     * Writes a new payment, and the operation that opens it, if one does.
     *
     * @return the payment, or that of the same order that has not ended without money
     */
    public Result<MoneyResult> open(Payment payment, Optional<Operation> operation, Optional<IdempotencyKey> key) {
        return intake.open(payment, operation, key);
    }

    /**
     * What an operation of a payment is checked against while the payment is locked.
     *
     * @param kind what is to be done
     * @param check gives the amount in tenge, or why it may not be done
     * @param reason for the shop's books
     */
    public record Intent(OperationKind kind, Function<Payment, Result<Tenge>> check, Optional<String> reason) {}

    /** Writes an operation of a payment that has no other open one. */
    public Result<MoneyResult> begin(String paymentId, Intent intent, Optional<IdempotencyKey> key) {
        return intake.begin(paymentId, intent, key);
    }

    /**
     * What an applied operation does.
     *
     * @param payment what it makes of the payment
     * @param handedOut what the customer needs to pay, if it gave that
     */
    public record Effect(UnaryOperator<Payment> payment, Optional<String> handedOut) {
        /** The state of the payment stays. */
        public static final Effect NONE = new Effect(payment -> payment, Optional.empty());

        /** The bank says this of the payment; what its state does not lead to changes nothing. */
        public static Effect reading(BankReading reading, Instant now) {
            return new Effect(payment -> Transition.of(payment, reading, now).payment(), Optional.empty());
        }

        /** Other facts of the payment, with its state as it is. */
        public static Effect facts(UnaryOperator<Payment> facts) {
            return new Effect(facts, Optional.empty());
        }

        /** This, and the other upon it. */
        public Effect then(Effect other) {
            return new Effect(
                    before -> other.payment.apply(payment.apply(before)), other.handedOut.or(() -> handedOut));
        }

        /** So much of the held money was charged. */
        public static Effect charged(Tenge amount, Instant now) {
            return facts(payment -> payment.of(amount, payment.refunded())).then(reading(BankReading.charged(), now));
        }

        /** So much is given back. */
        public static Effect refund(Tenge amount) {
            return new Effect(payment -> payment.less(amount), Optional.empty());
        }
    }

    /**
     * Writes what a look, or a person, says became of an operation. Of two who settle it the first one counts.
     *
     * @param effect what an applied operation does
     * @return the payment and the operation as they are now
     */
    public MoneyResult settle(Operation operation, Operation.Outcome outcome, Effect effect) {
        return outcomes.settle(operation, outcome, effect);
    }

    /**
     * Writes what the operation's own call was answered. If that is applied, it counts more than what a look had found
     * meanwhile. An unknown one may be looked at from now on, by any node.
     *
     * @param effect what an applied operation does
     * @return the payment and the operation as they are now
     */
    public MoneyResult answered(Operation operation, Operation.Outcome outcome, Effect effect) {
        return outcomes.answered(operation, outcome, effect);
    }

    /**
     * Writes what the bank's books say of a payment.
     *
     * @param facts what else they show, put into the payment where its state allows the reading
     */
    public Payment read(String paymentId, BankReading reading, UnaryOperator<Payment> facts) {
        return database.repeated(sql -> read(sql, paymentId, reading, facts));
    }

    /** As {@link #read(String, BankReading, UnaryOperator)}, in a transaction of the caller's. */
    public Payment read(Sql sql, String paymentId, BankReading reading, UnaryOperator<Payment> facts)
            throws SQLException {
        Payment payment = tables.payments().locked(sql, paymentId).orElseThrow();
        Transition transition = Transition.of(payment, reading, identity.clock().instant());
        if (transition instanceof Transition.Contradiction contradiction) {
            if (tables.operations().open(sql, paymentId).isPresent()) {
                return payment;
            }
            LOG.warn("payment {}: {}", paymentId, contradiction.why());
            tables.attention()
                    .raise(
                            sql,
                            new Subject(AttentionKind.CONTRADICTION, paymentId),
                            Optional.of(payment.shop()),
                            Optional.of(paymentId),
                            contradiction.why());
            return payment;
        }
        Payment after = facts.apply(transition.payment());
        changes.write(sql, payment, after);
        if (after.status().unpaid()
                && after.state().authorized()
                && !payment.state().authorized()) {
            tables.attention()
                    .raise(
                            sql,
                            new Subject(AttentionKind.HELD, paymentId),
                            Optional.of(payment.shop()),
                            Optional.of(paymentId),
                            "the bank holds money for a payment that is "
                                    + after.status().word() + ": charge or cancel it");
        }
        return after;
    }

    /**
     * As {@link #read(String, BankReading, UnaryOperator)}, unless the payment was written after the bank was asked: what
     * the bank said then may be older than what is known.
     *
     * @return the payment; empty where it was written meanwhile
     */
    public Optional<Payment> read(
            String paymentId, BankReading reading, UnaryOperator<Payment> facts, Instant askedAt) {
        return database.repeated(sql -> {
            // what another transaction is writing must be seen before the two instants are compared
            tables.payments().locked(sql, paymentId);
            return tables.payments().writtenAfter(sql, paymentId, askedAt)
                    ? Optional.<Payment>empty()
                    : Optional.of(read(sql, paymentId, reading, facts));
        });
    }

    /** Gives a payment up whose time is over; the bank has just been asked. */
    public Payment expire(String paymentId) {
        return database.repeated(sql -> {
            Payment payment = tables.payments().locked(sql, paymentId).orElseThrow();
            Instant now = identity.clock().instant();
            if (!FollowPlan.over(payment, now)
                    || tables.operations().open(sql, paymentId).isPresent()) {
                return payment;
            }
            Payment after = payment.in(payment.state().to(ServiceStatus.EXPIRED));
            changes.write(sql, payment, after);
            return after;
        });
    }

    /**
     * Changes a payment by the shop's or a person's word alone, such as one that the customer has not begun.
     *
     * @param key is kept with the change
     */
    public Result<Payment> change(
            String paymentId, Function<Payment, Result<Payment>> change, Optional<IdempotencyKey> key) {
        try {
            return database.repeated(sql -> {
                Payment payment = tables.payments().locked(sql, paymentId).orElseThrow();
                Result<Payment> after = tables.operations().open(sql, paymentId).isPresent()
                        ? Result.refused(
                                RefusalCode.OPERATION_IN_PROGRESS,
                                "another operation of this payment is under way or unknown")
                        : change.apply(payment);
                if (after instanceof Result.Ok<Payment> ok) {
                    changes.write(sql, payment, ok.value());
                    intake.keep(sql, key, ok.value(), Optional.empty());
                }
                return after;
            });
        } catch (StoreFailed e) {
            return PaymentIntake.inFlight(e);
        }
    }
}
