package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.TestRhythms;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.IdempotencyKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written of operations beside their state: jobs, keys, orders, receipts, and who has claimed them. */
class LedgerTest {
    private static final IdempotencyKey KEY = new IdempotencyKey(1, "a-key", "print");

    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private Operation begun(Payment payment, Optional<IdempotencyKey> key) {
        return PayScene.ok(intend(payment, key)).operation().orElseThrow();
    }

    private Result<MoneyResult> intend(Payment payment, Optional<IdempotencyKey> key) {
        return scene.ledger.begin(
                payment.id(),
                new Ledger.Intent(OperationKind.REFUND, now -> Result.of(Tenge.of(30)), Optional.of("why")),
                key);
    }

    /** When the job of an operation is due, and whose it is. */
    private List<String> settleJob(Operation operation) {
        return scene.database.transaction(sql -> sql.query(
                "select due_at, claimed_by from job where kind = 'settle' and ref = ?",
                row -> Duration.between(
                                        scene.time.instant(),
                                        row.getObject("due_at", OffsetDateTime.class)
                                                .toInstant())
                                .toSeconds()
                        + "s " + row.getString("claimed_by"),
                operation.id()));
    }

    private long rows(String query) {
        return scene.database.<Long>transaction(sql -> sql.first("select count(*) from " + query, row -> row.getLong(1))
                .orElseThrow());
    }

    @Test
    void a_begun_operation_is_this_nodes_and_an_unknown_one_anybodys() {
        Operation operation = begun(scene.paid(), Optional.empty());
        assertThat(settleJob(operation)).containsExactly("60s node-1");
        scene.time.pass(Duration.ofSeconds(20));
        scene.ledger.answered(operation, Operation.Outcome.unknown("lost"), Ledger.Effect.NONE);
        assertThat(settleJob(operation)).containsExactly("60s null");
        scene.ledger.settle(operation, Operation.Outcome.applied(Optional.of("14"), ""), Ledger.Effect.NONE);
        assertThat(settleJob(operation)).isEmpty();
    }

    @Test
    void a_look_that_finds_nothing_leaves_the_job_where_it_is() {
        Operation operation = begun(scene.paid(), Optional.empty());
        scene.ledger.settle(operation, Operation.Outcome.unknown("lost"), Ledger.Effect.NONE);
        assertThat(settleJob(operation)).containsExactly("60s node-1");
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.UNKNOWN);
    }

    @Test
    void an_applied_refund_has_one_receipt_whoever_tells_of_it() {
        Payment paid = scene.paid();
        Operation operation = begun(paid, Optional.empty());
        Operation.Outcome applied = Operation.Outcome.applied(Optional.of("14"), "");
        scene.ledger.settle(operation, Operation.Outcome.notApplied(refusal(), "nothing"), Ledger.Effect.NONE);
        assertThat(rows("receipt where kind = 'refund'")).isZero();
        scene.ledger.answered(operation, applied, Ledger.Effect.refund(Tenge.of(30)));
        assertThat(rows("receipt where kind = 'refund'")).isEqualTo(1);
        assertThat(scene.now(paid).refunded()).isEqualTo(Tenge.of(30));
        scene.ledger.settle(operation, applied, Ledger.Effect.refund(Tenge.of(30)));
        assertThat(rows("receipt where kind = 'refund'")).isEqualTo(1);
        assertThat(scene.now(paid).refunded()).isEqualTo(Tenge.of(30));
    }

    private static Refusal refusal() {
        return Refusal.of(RefusalCode.BANK_UNAVAILABLE, "the answer was lost");
    }

    @Test
    void a_payment_that_had_failed_is_open_again_by_the_banks_own_answer() {
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        MoneyResult lost = scene.create(PaymentKind.QR);
        Operation operation = lost.operation().orElseThrow();
        scene.ledger.settle(operation, Operation.Outcome.notApplied(refusal(), "nothing"), Ledger.Effect.NONE);
        Payment failed = scene.now(lost.payment());
        assertThat(failed.status()).isEqualTo(ServiceStatus.FAILED);
        assertThat(failed.state().failure()).contains("the answer was lost");
        scene.database.transaction(sql -> sql.update("delete from job"));
        MoneyResult late = scene.ledger.answered(
                operation,
                Operation.Outcome.applied(Optional.of("77"), ""),
                new Ledger.Effect(payment -> payment.known(payment.bank().numbered(77)), Optional.of("the code")));
        assertThat(late.payment().status()).isEqualTo(ServiceStatus.PENDING);
        assertThat(scene.now(lost.payment()).externalId()).contains(77L);
        assertThat(rows("job where kind = 'follow'")).isEqualTo(1);
        assertThat(rows("receipt")).isZero();
        assertThat(scene.attention.open())
                .singleElement()
                .satisfies(item -> assertThat(item.what()).contains("was it made again?"));
        assertThat(scene.database.<Optional<String>>transaction(
                        sql -> scene.database.tables().payments().handedOut(sql, failed.id())))
                .contains("the code");
    }

    @Test
    void a_settled_operation_takes_its_row_off_a_persons_list() {
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        Operation operation = scene.create(PaymentKind.INVOICE).operation().orElseThrow();
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        assertThat(scene.attention.open()).hasSize(1);
        scene.ledger.settle(operation, Operation.Outcome.applied(Optional.of("77"), ""), Ledger.Effect.NONE);
        assertThat(scene.attention.open()).isEmpty();
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        assertThat(scene.settlement.settle("00000000-0000-4000-8000-000000000000", 0))
                .isEmpty();
    }

    @Test
    void a_taken_key_begins_nothing_and_opens_nothing() {
        Payment paid = scene.paid();
        begun(paid, Optional.of(KEY));
        Payment other = scene.paid();
        long operations = rows("money_operation");
        assertThat(PayScene.refused(intend(other, Optional.of(KEY)))).isEqualTo("idempotency_in_flight");
        assertThat(PayScene.refused(
                        scene.payments.create(scene.demand(PaymentKind.QR, Optional.empty()), Optional.of(KEY))))
                .isEqualTo("idempotency_in_flight");
        assertThat(rows("money_operation")).isEqualTo(operations);
        assertThat(PayScene.refused(scene.ledger.change(other.id(), Result::of, Optional.of(KEY))))
                .isEqualTo("idempotency_in_flight");
    }

    @Test
    void the_key_of_a_repeated_order_leads_to_the_first_ones_opening() {
        MoneyResult first =
                PayScene.ok(scene.payments.create(scene.demand(PaymentKind.QR, Optional.of("A-1")), Optional.empty()));
        scene.refund(scene.now(first.payment()), 1);
        MoneyResult second =
                PayScene.ok(scene.payments.create(scene.demand(PaymentKind.QR, Optional.of("A-1")), Optional.of(KEY)));
        assertThat(second.payment().id()).isEqualTo(first.payment().id());
        assertThat(second.operation().orElseThrow().kind()).isEqualTo(OperationKind.CREATE);
        assertThat(scene.database.<Optional<String>>transaction(sql ->
                        scene.database.tables().idempotency().find(sql, KEY).flatMap(kept -> kept.operationId())))
                .isEqualTo(first.operation().map(Operation::id));
    }

    @Test
    void an_open_payment_is_given_up_after_its_time_unless_an_operation_is_open() {
        MoneyResult made = scene.create(PaymentKind.QR);
        assertThat(scene.ledger.expire(made.payment().id()).status()).isEqualTo(ServiceStatus.PENDING);
        scene.time.pass(Duration.ofHours(1));
        Operation open = begun(scene.now(made.payment()), Optional.empty());
        assertThat(scene.ledger.expire(made.payment().id()).status()).isEqualTo(ServiceStatus.PENDING);
        scene.ledger.settle(open, Operation.Outcome.notApplied(refusal(), ""), Ledger.Effect.NONE);
        assertThat(scene.ledger.expire(made.payment().id()).status()).isEqualTo(ServiceStatus.EXPIRED);
    }

    @Test
    void a_code_is_followed_at_the_banks_rhythm_and_an_unknown_payment_not() {
        Payment code = scene.create(PaymentKind.QR).payment();
        scene.time.pass(Duration.ofSeconds(5));
        Optional<Instant> next = scene.looks.follow(code.id(), TestRhythms.FOLLOW);
        assertThat(next).contains(scene.time.instant().plusSeconds(5));
        assertThat(scene.now(code).dates().askedAt()).contains(scene.time.instant());
        assertThat(scene.bank.asked("payment/status")).isEqualTo(1);
        assertThat(scene.looks.follow("00000000-0000-4000-8000-000000000000", TestRhythms.FOLLOW))
                .isEmpty();
        scene.bank.paid(code.externalId().orElseThrow());
        scene.time.pass(Duration.ofSeconds(5));
        assertThat(scene.looks.follow(code.id(), TestRhythms.FOLLOW)).isEmpty();
        assertThat(scene.now(code).status()).isEqualTo(ServiceStatus.COMPLETED);
        long asked = scene.bank.asked("payment/status");
        scene.looks.follow(code.id(), TestRhythms.FOLLOW);
        assertThat(scene.bank.asked("payment/status")).isEqualTo(asked);
    }

    @Test
    void an_ended_payment_is_not_asked_for_and_an_expired_one_is() {
        Payment code = scene.create(PaymentKind.QR).payment();
        scene.time.pass(Duration.ofHours(1));
        Payment expired = scene.ledger.expire(code.id());
        PayScene.ok(scene.looks.look(expired));
        assertThat(scene.bank.asked("payment/status")).isEqualTo(1);
        assertThat(scene.now(code).dates().askedAt()).contains(scene.time.instant());
        scene.bank.hides(10);
        scene.time.pass(Duration.ofSeconds(5));
        assertThat(PayScene.refused(scene.looks.look(scene.now(code)))).isEqualTo("bank_unavailable");
        scene.bank.hides(0);
        Payment paid = scene.paid();
        long asked = scene.bank.asked("payment/status");
        scene.time.pass(Duration.ofMinutes(1));
        PayScene.ok(scene.looks.look(paid));
        assertThat(scene.bank.asked("payment/status")).isEqualTo(asked);
    }

    @Test
    void an_invoice_whose_withdrawal_is_unknown_is_not_followed() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        scene.bank.plan(new MemoryBank.Trouble.LostBefore());
        scene.bank.hides(10);
        Operation cancel = scene.cancel(invoice);
        assertThat(cancel.state()).isEqualTo(OperationState.UNKNOWN);
        scene.bank.hides(0);
        scene.time.pass(Duration.ofHours(25));
        long asked = scene.bank.asked("payment/status");
        scene.looks.follow(invoice.id(), TestRhythms.FOLLOW);
        assertThat(scene.bank.asked("payment/status")).isEqualTo(asked);
        scene.ledger.settle(cancel, Operation.Outcome.notApplied(refusal(), ""), Ledger.Effect.NONE);
        scene.looks.follow(invoice.id(), TestRhythms.FOLLOW);
        assertThat(scene.bank.asked("payment/status")).isEqualTo(asked + 1);
    }
}
