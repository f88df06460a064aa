package kz.paysandbox.gateway.pay;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.FollowPlan;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.TimeOrderedId;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.IdempotencyKey;
import kz.paysandbox.gateway.store.Tables;

/**
 * What is written before a bank is asked: the payment, the operation, its first job and its key, in one transaction.
 */
final class PaymentIntake {
    /** Kept answers end after a day. */
    private static final Duration KEY_LIFE = Duration.ofHours(24);

    private final GatewayDatabase database;
    private final Tables tables;
    private final Identity identity;
    private final FollowPlan plan;
    private final Duration firstLook;

    PaymentIntake(GatewayDatabase database, Identity identity, FollowPlan plan, Duration firstLook) {
        this.database = database;
        this.tables = database.tables();
        this.identity = identity;
        this.plan = plan;
        this.firstLook = firstLook;
    }

    Operation operation(String paymentId, OperationKind kind, Tenge amount) {
        Instant now = identity.clock().instant();
        String id = TimeOrderedId.of(identity.ids().get(), now);
        return new Operation(id, paymentId, kind, amount, Operation.Outcome.STARTED, now, now);
    }

    Result<MoneyResult> open(Payment payment, Optional<Operation> operation, Optional<IdempotencyKey> key) {
        try {
            database.transaction(sql -> {
                tables.payments().insert(sql, payment);
                plan.next(payment, payment.dates().createdAt())
                        .ifPresent(at -> follow(
                                sql,
                                payment,
                                operation.isPresent() ? payment.dates().expiresAt() : at));
                if (operation.isPresent()) {
                    start(sql, operation.get(), Optional.empty());
                }
                keep(sql, key, payment, operation);
                return true;
            });
            return Result.of(new MoneyResult(payment, operation));
        } catch (StoreFailed e) {
            if (!e.duplicate()) {
                throw e;
            }
            return taken(payment, key, e);
        }
    }

    private Result<MoneyResult> taken(Payment payment, Optional<IdempotencyKey> key, StoreFailed why) {
        try {
            return first(payment, key, why);
        } catch (StoreFailed e) {
            if (e == why) {
                throw e;
            }
            return inFlight(e);
        }
    }

    private void follow(Sql sql, Payment payment, Instant at) {
        try {
            tables.jobs().insert(sql, JobKinds.follow(payment.kind().provider()), payment.id(), at);
        } catch (SQLException e) {
            throw StoreFailed.of(e);
        }
    }

    private void start(Sql sql, Operation operation, Optional<String> reason) throws SQLException {
        tables.operations().insert(sql, operation, reason);
        Instant first = identity.clock().instant().plus(firstLook);
        tables.jobs()
                .insertClaimed(sql, JobKinds.SETTLE, operation.id(), first, identity.node(), identity.longestCall());
    }

    /** Takes a key for a payment, and its operation if it has one. */
    void keep(Sql sql, Optional<IdempotencyKey> key, Payment payment, Optional<Operation> operation)
            throws SQLException {
        if (key.isPresent()) {
            tables.idempotency().insert(sql, key.get(), payment.id(), operation.map(Operation::id), KEY_LIFE);
        }
    }

    /** The key or the order is taken: by a call that runs now, or by an earlier one. */
    private Result<MoneyResult> first(Payment payment, Optional<IdempotencyKey> key, StoreFailed why) {
        return database.transaction(sql -> {
            if (key.isPresent() && tables.idempotency().find(sql, key.get()).isPresent()) {
                return Result.<MoneyResult>refused(
                        RefusalCode.IDEMPOTENCY_IN_FLIGHT, "the first request with this key is under way");
            }
            Optional<Payment> first = payment.terms().orderId().isPresent()
                    ? tables.payments()
                            .ofOpenOrder(
                                    sql,
                                    payment.shop(),
                                    payment.terms().orderId().get())
                    : Optional.empty();
            if (first.isEmpty()) {
                throw why;
            }
            if (!sameOrder(first.get(), payment)) {
                return Result.<MoneyResult>refused(
                        RefusalCode.ORDER_CONFLICT,
                        "the order was opened before, for another amount, organisation, customer or way of paying");
            }
            Optional<Operation> opened = tables.operations().of(sql, first.get().id()).stream()
                    .filter(operation -> operation.kind() == OperationKind.CREATE)
                    .findFirst();
            keep(sql, key, first.get(), opened);
            return Result.of(new MoneyResult(first.get(), opened));
        });
    }

    /** Of the same customer too: of a phone nothing but its last four digits is known. */
    private static boolean sameOrder(Payment first, Payment second) {
        return first.amount().equals(second.amount())
                && first.kind() == second.kind()
                && first.bank().organizationBin().equals(second.bank().organizationBin())
                && (first.kind() != PaymentKind.SAVED_CARD
                        || first.bank()
                                .card()
                                .cardId()
                                .equals(second.bank().card().cardId()))
                && first.terms().phoneTail().equals(second.terms().phoneTail())
                && first.terms().card().accountId().equals(second.terms().card().accountId());
    }

    Result<MoneyResult> begin(String paymentId, Ledger.Intent intent, Optional<IdempotencyKey> key) {
        try {
            return database.repeated(sql -> {
                Payment payment = tables.payments().locked(sql, paymentId).orElseThrow();
                if (tables.operations().open(sql, paymentId).isPresent()) {
                    return Result.<MoneyResult>refused(
                            RefusalCode.OPERATION_IN_PROGRESS,
                            "another operation of this payment is under way or unknown");
                }
                Result<Tenge> amount = intent.check().apply(payment);
                if (amount instanceof Result.Refused<Tenge> refused) {
                    return Result.<MoneyResult>refused(refused.refusal());
                }
                Operation operation = operation(paymentId, intent.kind(), ((Result.Ok<Tenge>) amount).value());
                start(sql, operation, intent.reason());
                keep(sql, key, payment, Optional.of(operation));
                return Result.of(MoneyResult.of(payment, operation));
            });
        } catch (StoreFailed e) {
            return inFlight(e);
        }
    }

    /** The refusal of a key that another call has taken at the same moment; any other failure is thrown on. */
    static <T> Result<T> inFlight(StoreFailed failure) {
        if (!failure.duplicate()) {
            throw failure;
        }
        return Result.refused(RefusalCode.IDEMPOTENCY_IN_FLIGHT, "the first request with this key is under way");
    }
}
