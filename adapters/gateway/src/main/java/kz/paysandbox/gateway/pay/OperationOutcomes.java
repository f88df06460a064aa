package kz.paysandbox.gateway.pay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.payment.FollowPlan;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.Tables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The writing of what became of operations: the payment's new state, receipts, messages and jobs go with it. */
final class OperationOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final GatewayDatabase database;
    private final Tables tables;
    private final Identity identity;
    private final FollowPlan plan;
    private final PaymentChanges changes;
    private final Duration firstLook;

    OperationOutcomes(
            GatewayDatabase database, Identity identity, FollowPlan plan, PaymentChanges changes, Duration firstLook) {
        this.database = database;
        this.tables = database.tables();
        this.identity = identity;
        this.plan = plan;
        this.changes = changes;
        this.firstLook = firstLook;
    }

    MoneyResult settle(Operation operation, Operation.Outcome outcome, Ledger.Effect effect) {
        return database.repeated(sql -> settled(sql, operation, outcome, effect).result());
    }

    MoneyResult answered(Operation operation, Operation.Outcome outcome, Ledger.Effect effect) {
        return database.repeated(sql -> {
            Settled settled = settled(sql, operation, outcome, effect);
            if (!settled.first()
                    && outcome.state() == OperationState.APPLIED
                    && tables.operations().correct(sql, operation.id(), outcome)) {
                return corrected(sql, operation, effect);
            }
            if (outcome.state().open()) {
                tables.jobs()
                        .giveUp(
                                sql,
                                JobKinds.SETTLE,
                                operation.id(),
                                identity.clock().instant().plus(firstLook),
                                identity.node());
            }
            return settled.result();
        });
    }

    /**
     * What was written.
     *
     * @param result the payment and the operation as they are now
     * @param first false where somebody else had settled the operation, and nothing was written
     */
    private record Settled(MoneyResult result, boolean first) {}

    private MoneyResult corrected(Sql sql, Operation operation, Ledger.Effect effect) throws SQLException {
        Payment payment = tables.payments().locked(sql, operation.paymentId()).orElseThrow();
        Operation now = tables.operations().find(sql, operation.id()).orElseThrow();
        boolean failed = now.kind() == OperationKind.CREATE && payment.status() == ServiceStatus.FAILED;
        Payment after =
                effect.payment().apply(failed ? payment.in(payment.state().to(ServiceStatus.PENDING)) : payment);
        write(sql, payment, after, effect);
        tables.jobs()
                .insertIfAbsent(
                        sql,
                        JobKinds.follow(payment.kind().provider()),
                        payment.id(),
                        identity.clock().instant());
        refund(sql, after, now, OperationState.NOT_APPLIED);
        LOG.error("operation {} is applied: the bank's answer came after it was taken for not applied", now.id());
        tables.attention()
                .raise(
                        sql,
                        new Subject(AttentionKind.LATE_ANSWER, now.id()),
                        Optional.of(payment.shop()),
                        Optional.of(payment.id()),
                        "this " + now.kind().word() + " of " + now.amount()
                                + " tenge was told as not applied, and the bank's own answer says that it is: was it made"
                                + " again?");
        return MoneyResult.of(after, now);
    }

    private void write(Sql sql, Payment before, Payment after, Ledger.Effect effect) throws SQLException {
        changes.write(sql, before, after);
        if (effect.handedOut().isPresent()) {
            tables.payments().handOut(sql, before.id(), effect.handedOut().get());
        }
    }

    private Settled settled(Sql sql, Operation operation, Operation.Outcome outcome, Ledger.Effect effect)
            throws SQLException {
        Payment payment = tables.payments().locked(sql, operation.paymentId()).orElseThrow();
        Optional<OperationState> before = settled(sql, operation, outcome);
        Operation now = before.isPresent() && outcome.state() == OperationState.APPLIED
                ? operation.became(outcome, identity.clock().instant())
                : tables.operations().find(sql, operation.id()).orElseThrow();
        if (before.isEmpty()) {
            return new Settled(MoneyResult.of(payment, now), false);
        }
        Payment after = switch (outcome.state()) {
            case APPLIED -> effect.payment().apply(payment);
            case NOT_APPLIED -> undone(payment, now);
            case STARTED, UNKNOWN -> payment;
        };
        write(sql, payment, after, outcome.state() == OperationState.APPLIED ? effect : Ledger.Effect.NONE);
        jobs(sql, now, before.get());
        followed(sql, after);
        if (before.get() != outcome.state()) {
            refund(sql, after, now, before.get());
        }
        return new Settled(MoneyResult.of(after, now), true);
    }

    /** Settles an operation whose payment is locked, and gives its state before; empty where it was neither of the two. */
    private Optional<OperationState> settled(Sql sql, Operation operation, Operation.Outcome outcome)
            throws SQLException {
        for (OperationState before : List.of(OperationState.STARTED, OperationState.UNKNOWN)) {
            if (tables.operations().settle(sql, operation.id(), before, outcome)) {
                return Optional.of(before);
            }
        }
        return Optional.empty();
    }

    /**
     * A payment that could not be opened has failed. One that waits for the customer's answer to his bank has not: the
     * answer may come again, unless the bank has declined.
     */
    private static Payment undone(Payment payment, Operation operation) {
        Optional<Refusal> refusal = operation.outcome().refusal();
        boolean waits = payment.bank().transactionId().isPresent()
                && refusal.filter(why -> why.code() == RefusalCode.CARD_DECLINED)
                        .isEmpty();
        if (operation.kind() != OperationKind.CREATE || !payment.status().open() || waits) {
            return payment;
        }
        PaymentState failed = payment.state().to(ServiceStatus.FAILED);
        return payment.in(refusal.map(why -> failed.because(why.detail())).orElse(failed));
    }

    /** A person was asked to look into an operation only where it was unknown before. */
    private void jobs(Sql sql, Operation operation, OperationState before) throws SQLException {
        if (operation.state().open()) {
            tables.jobs()
                    .hasten(
                            sql,
                            JobKinds.SETTLE,
                            operation.id(),
                            identity.clock().instant().plus(firstLook));
        } else {
            tables.jobs().remove(sql, JobKinds.SETTLE, operation.id());
            if (before == OperationState.UNKNOWN) {
                tables.attention()
                        .resolve(
                                sql,
                                new Subject(AttentionKind.OPERATION, operation.id()),
                                "the operation is " + operation.state().word());
            }
        }
    }

    /** What the bank announced of an opened payment brings the next look forward. */
    private void followed(Sql sql, Payment payment) throws SQLException {
        Optional<Instant> next = plan.next(payment, identity.clock().instant());
        if (next.isPresent()) {
            tables.jobs().hasten(sql, JobKinds.follow(payment.kind().provider()), payment.id(), next.get());
        }
    }

    private void refund(Sql sql, Payment payment, Operation operation, OperationState before) throws SQLException {
        if (operation.kind() != OperationKind.REFUND) {
            return;
        }
        if (operation.state() == OperationState.APPLIED) {
            changes.receipt(sql, payment, Optional.of(operation), operation.amount());
        }
        changes.told(sql, payment, operation, before);
    }
}
