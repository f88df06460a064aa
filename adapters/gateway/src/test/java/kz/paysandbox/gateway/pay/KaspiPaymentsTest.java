package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.IdempotencyKey;
import kz.paysandbox.gateway.store.JobTable.Job;
import kz.paysandbox.gateway.store.ReceiptTable.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KaspiPaymentsTest {
    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"INVOICE", "LINK", "QR"})
    void a_created_payment_has_the_banks_number_and_its_first_jobs(PaymentKind kind) {
        MoneyResult created = scene.create(kind);
        assertThat(created.operation().orElseThrow().state()).isEqualTo(OperationState.APPLIED);
        Payment payment = scene.now(created.payment());
        assertThat(payment.externalId()).contains(13_000_000_001L);
        assertThat(payment.status()).isEqualTo(ServiceStatus.PENDING);
        Optional<String> handedOut = scene.database.transaction(
                sql -> scene.database.tables().payments().handedOut(sql, payment.id()));
        assertThat(handedOut.isPresent()).isEqualTo(kind != PaymentKind.INVOICE);
        assertThat(due(JobKinds.SETTLE)).isZero();
        assertThat(due(JobKinds.FOLLOW)).isEqualTo(1);
        Instant day = scene.time.instant().plus(Duration.ofDays(2));
        List<Job> looks = scene.database.transaction(
                sql -> scene.database.tables().jobs().due(sql, List.of(JobKinds.FOLLOW), day, 10));
        assertThat(looks)
                .extracting(Job::dueAt)
                .containsExactly(
                        kind == PaymentKind.INVOICE
                                ? payment.dates().expiresAt()
                                : scene.time.instant().plusSeconds(5));
        if (kind == PaymentKind.INVOICE) {
            assertThat(payment.terms().phoneTail()).contains("0001");
            assertThat(payment.dates().expiresAt())
                    .isEqualTo(payment.dates()
                            .createdAt()
                            .plus(Duration.ofHours(24))
                            .plusSeconds(60));
        }
    }

    private long due(String kind) {
        return scene.database.transaction(
                sql -> sql.first("select count(*) from job where kind = ?", row -> row.getLong(1), kind)
                        .orElse(0L));
    }

    @Test
    void a_refused_create_is_a_failed_payment_with_the_banks_code() {
        scene.bank.plan(new MemoryBank.Trouble.Code(990000018));
        MoneyResult created = scene.create(PaymentKind.QR);
        Operation operation = created.operation().orElseThrow();
        assertThat(operation.state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(operation.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.TRADE_POINT_INACTIVE);
        assertThat(operation.outcome().refusal().orElseThrow().bankCode()).contains(990000018L);
        assertThat(created.payment().status()).isEqualTo(ServiceStatus.FAILED);
        assertThat(scene.now(operation).outcome()).isEqualTo(operation.outcome());
    }

    @Test
    void an_invoice_whose_answer_is_lost_is_unknown_and_a_persons() {
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        MoneyResult created = scene.create(PaymentKind.INVOICE);
        Operation operation = created.operation().orElseThrow();
        assertThat(operation.state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(created.payment().status()).isEqualTo(ServiceStatus.PENDING);
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        assertThat(scene.attention.open()).hasSize(1);
        long row = scene.attention.open().get(0).id();
        assertThat(PayScene.refused(scene.attention.resolve(
                        row, new Attention.Word(Optional.of(true), Optional.empty(), "asked the bank"))))
                .isEqualTo("invalid_request");
        PayScene.ok(scene.attention.resolve(
                row, new Attention.Word(Optional.of(true), Optional.of(13_000_000_001L), "asked the bank")));
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(created.payment()).externalId()).contains(13_000_000_001L);
        assertThat(scene.merchant.unsettled()).isEmpty();
        assertThat(scene.attention.open()).isEmpty();
        assertThat(PayScene.refused(
                        scene.attention.resolve(row, new Attention.Word(Optional.of(true), Optional.empty(), "again"))))
                .isEqualTo("no_such_item");
    }

    @Test
    void a_link_whose_answer_is_lost_is_nobodys_and_fails() {
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        MoneyResult created = scene.create(PaymentKind.LINK);
        assertThat(created.operation().orElseThrow().state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(scene.settlement.settle(created.operation().orElseThrow().id(), 0))
                .isEmpty();
        assertThat(scene.now(created.operation().orElseThrow()).state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(scene.now(created.payment()).status()).isEqualTo(ServiceStatus.FAILED);
        assertThat(scene.bank.asked("qr/create-link")).isEqualTo(1);
    }

    @Test
    void a_repeated_order_opens_nothing_and_another_amount_is_a_conflict() {
        KaspiDemand demand = scene.demand(PaymentKind.QR, Optional.of("order-1"));
        MoneyResult first = PayScene.ok(scene.payments.create(demand, Optional.empty()));
        MoneyResult second = PayScene.ok(scene.payments.create(demand, Optional.empty()));
        assertThat(second.payment().id()).isEqualTo(first.payment().id());
        assertThat(second.operation()).isEqualTo(first.operation());
        assertThat(scene.bank.payments()).isEqualTo(1);
        KaspiDemand dearer = new KaspiDemand(
                demand.shop(),
                demand.kind(),
                demand.bin(),
                demand.device(),
                Tenge.of(101),
                demand.phone(),
                demand.message(),
                demand.orderId());
        assertThat(PayScene.refused(scene.payments.create(dearer, Optional.empty())))
                .isEqualTo("order_conflict");
        scene.bank.ends(first.payment().externalId().orElseThrow(), "Error");
        scene.time.pass(Duration.ofSeconds(5));
        PayScene.ok(scene.looks.look(first.payment()));
        MoneyResult third = PayScene.ok(scene.payments.create(demand, Optional.empty()));
        assertThat(third.payment().id()).isNotEqualTo(first.payment().id());
    }

    @Test
    void a_key_that_is_taken_opens_nothing() {
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey(1, "a-key", "print"));
        KaspiDemand demand = scene.demand(PaymentKind.QR, Optional.empty());
        PayScene.ok(scene.payments.create(demand, key));
        assertThat(PayScene.refused(scene.payments.create(demand, key))).isEqualTo("idempotency_in_flight");
        PayScene.ok(scene.payments.create(demand, Optional.of(new IdempotencyKey(2, "a-key", "print"))));
        assertThat(scene.bank.payments()).isEqualTo(2);
        scene.time.pass(Duration.ofHours(24));
        PayScene.ok(scene.payments.create(demand, key));
    }

    @Test
    void a_payment_is_refunded_in_parts_and_never_more_than_it_was_for() {
        Payment payment = scene.paid();
        assertThat(payment.status()).isEqualTo(ServiceStatus.COMPLETED);
        MoneyResult part = PayScene.ok(scene.refund(payment, 50));
        assertThat(part.payment().status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(part.payment().refunded()).isEqualTo(Tenge.of(50));
        assertThat(part.operation().orElseThrow().outcome().bankOperationId()).isPresent();
        assertThat(PayScene.refused(scene.refund(payment, 51))).isEqualTo("refund_too_large");
        MoneyResult rest = PayScene.ok(scene.payments.refund(
                payment,
                new RefundDemand(Optional.empty(), Optional.of(PayScene.BIN), Optional.empty(), Optional.empty()),
                Optional.empty()));
        assertThat(rest.operation().orElseThrow().amount()).isEqualTo(Tenge.of(50));
        assertThat(rest.payment().status()).isEqualTo(ServiceStatus.REFUNDED);
        assertThat(PayScene.refused(scene.refund(payment, 1))).isEqualTo("refund_too_large");
        assertThat(scene.bank.refundable(payment.externalId().orElseThrow())).isZero();
        assertThat(receipts(payment))
                .extracting(Receipt::number)
                .containsExactly("5-2026-000001", "5-2026-000002", "5-2026-000003");
        assertThat(receipts(payment))
                .extracting(Receipt::amount)
                .containsExactly(Tenge.of(100), Tenge.of(50), Tenge.of(50));
    }

    private List<Receipt> receipts(Payment payment) {
        return scene.database.transaction(
                sql -> scene.database.tables().documents().receipts().of(sql, payment.id()));
    }

    @Test
    void what_is_not_paid_or_not_the_callers_is_not_refunded_and_the_bank_is_not_asked() {
        Payment open = scene.create(PaymentKind.QR).payment();
        assertThat(PayScene.refused(scene.refund(open, 10))).isEqualTo("not_refundable");
        Payment paid = scene.paid();
        RefundDemand otherBin =
                new RefundDemand(Optional.empty(), Optional.of(PayScene.OTHER), Optional.empty(), Optional.empty());
        assertThat(PayScene.refused(scene.payments.refund(paid, otherBin, Optional.empty())))
                .isEqualTo("bad_bin");
        RefundDemand otherTill = new RefundDemand(
                Optional.empty(), Optional.empty(), Optional.of(DeviceToken.of("device-9")), Optional.empty());
        assertThat(PayScene.refused(scene.payments.refund(paid, otherTill, Optional.empty())))
                .isEqualTo("device_not_of_bin");
        assertThat(scene.bank.asked("payment/return")).isZero();
    }

    private void webhook() {
        scene.database.transaction(sql -> {
            scene.database
                    .tables()
                    .webhooks()
                    .endpoints()
                    .put(sql, PayScene.SHOP, "https://shop.example/hook", "whsec_x", Optional.empty());
            return true;
        });
    }

    private List<String> told() {
        return scene.database.transaction(
                sql -> sql.query("select event from webhook order by sequence_number", row -> row.getString("event")));
    }

    @Test
    void a_refund_whose_answer_is_lost_holds_others_back_until_the_books_tell() {
        webhook();
        Payment payment = scene.paid();
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        MoneyResult lost = PayScene.ok(scene.refund(payment, 40));
        Operation operation = lost.operation().orElseThrow();
        assertThat(operation.state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(PayScene.refused(scene.refund(payment, 40))).isEqualTo("operation_in_progress");
        scene.ledger.settle(operation, Operation.Outcome.unknown("still"), Ledger.Effect.NONE);
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(payment).refunded()).isEqualTo(Tenge.of(40));
        assertThat(told()).containsExactly("payment.completed", "refund.unknown", "refund.applied");
        List<String> bodies = scene.database.transaction(
                sql -> sql.query("select body from webhook order by sequence_number", row -> row.getString("body")));
        assertThat(bodies)
                .allSatisfy(body ->
                        assertThat(body).containsPattern("\"paid_at\":\"2026-11-27T15:00:\\d\\d\\.000\\+05:00\""));
        assertThat(scene.bank.asked("payment/return")).isEqualTo(1);
        PayScene.ok(scene.refund(payment, 60));
    }

    @Test
    void a_refund_that_never_arrived_is_not_applied_and_may_be_made_again() {
        webhook();
        Payment payment = scene.paid();
        scene.bank.plan(new MemoryBank.Trouble.LostBefore());
        Operation operation = PayScene.ok(scene.refund(payment, 40)).operation().orElseThrow();
        scene.time.pass(Duration.ofMinutes(14));
        assertThat(scene.settlement.settle(operation.id(), 0)).isPresent();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.UNKNOWN);
        scene.time.pass(Duration.ofMinutes(1));
        assertThat(scene.settlement.settle(operation.id(), 1)).isEmpty();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(scene.now(operation).outcome().refusal().orElseThrow().code())
                .isEqualTo(RefusalCode.BANK_UNAVAILABLE);
        assertThat(scene.now(payment).refunded()).isEqualTo(Tenge.ZERO);
        assertThat(told()).containsExactly("payment.completed", "refund.unknown", "refund.not_applied");
        MoneyResult again = PayScene.ok(scene.refund(payment, 40));
        assertThat(again.operation().orElseThrow().state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.bank.refundable(payment.externalId().orElseThrow())).isEqualTo(60);
    }

    @Test
    void an_unpaid_invoice_is_withdrawn_and_a_paid_one_is_not() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        MoneyResult cancelled = PayScene.ok(scene.payments.cancel(invoice, Optional.empty()));
        assertThat(cancelled.payment().status()).isEqualTo(ServiceStatus.CANCELLED);
        assertThat(cancelled.payment().state().bankWord()).contains("RemotePaymentCanceled");
        assertThat(PayScene.refused(scene.payments.cancel(invoice, Optional.empty())))
                .isEqualTo("invalid_transition");
        Payment other = scene.create(PaymentKind.INVOICE).payment();
        scene.bank.paid(other.externalId().orElseThrow());
        MoneyResult refused = PayScene.ok(scene.payments.cancel(other, Optional.empty()));
        assertThat(refused.operation()
                        .orElseThrow()
                        .outcome()
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(RefusalCode.INVALID_TRANSITION);
        assertThat(PayScene.refused(
                        scene.payments.cancel(scene.create(PaymentKind.QR).payment(), Optional.empty())))
                .isEqualTo("invalid_transition");
    }

    @ParameterizedTest
    @ValueSource(longs = {-999, -1401, 990000029, -123456})
    void a_refund_answered_by_a_code_that_proves_nothing_is_unknown_until_the_books_tell(long code) {
        Payment payment = scene.paid();
        scene.bank.plan(new MemoryBank.Trouble.Code(code));
        Operation operation = PayScene.ok(scene.refund(payment, 40)).operation().orElseThrow();
        assertThat(operation.state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(PayScene.refused(scene.refund(payment, 40))).isEqualTo("operation_in_progress");
        scene.time.pass(BankBooks.SLOWEST);
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(scene.merchant.unsettled()).isEmpty();
        assertThat(PayScene.ok(scene.refund(payment, 40))
                        .operation()
                        .orElseThrow()
                        .state())
                .isEqualTo(OperationState.APPLIED);
    }

    @Test
    void a_cancellation_whose_answer_is_lost_leaves_the_banks_last_word() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        scene.bank.hides(100);
        Operation operation = PayScene.ok(scene.payments.cancel(invoice, Optional.empty()))
                .operation()
                .orElseThrow();
        assertThat(operation.state()).isEqualTo(OperationState.UNKNOWN);
        scene.bank.hides(0);
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.CANCELLED);
        assertThat(scene.now(invoice).state().bankWord()).contains("RemotePaymentCanceled");
    }

    @Test
    void a_cancellation_that_never_arrived_is_not_applied_when_it_is_old_enough_and_may_be_made_again() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        scene.bank.plan(new MemoryBank.Trouble.LostBefore());
        Operation operation = PayScene.ok(scene.payments.cancel(invoice, Optional.empty()))
                .operation()
                .orElseThrow();
        assertThat(operation.state()).isEqualTo(OperationState.UNKNOWN);
        scene.time.pass(Duration.ofMinutes(14));
        assertThat(scene.settlement.settle(operation.id(), 0)).isPresent();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.UNKNOWN);
        scene.time.pass(Duration.ofMinutes(1));
        assertThat(scene.settlement.settle(operation.id(), 1)).isEmpty();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(scene.merchant.unsettled()).isEmpty();
        MoneyResult again = PayScene.ok(scene.payments.cancel(invoice, Optional.empty()));
        assertThat(again.payment().status()).isEqualTo(ServiceStatus.CANCELLED);
    }

    @Test
    void a_cancellation_that_left_no_line_never_left() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        Operation operation = PayScene.ok(scene.ledger.begin(
                        invoice.id(),
                        new Ledger.Intent(OperationKind.CANCEL, now -> Result.of(now.amount()), Optional.empty()),
                        Optional.empty()))
                .operation()
                .orElseThrow();
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.PENDING);
    }

    @Test
    void an_invoice_that_the_customer_has_opened_leaves_its_cancellation_unknown() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        scene.bank.plan(new MemoryBank.Trouble.LostBefore());
        Operation operation = PayScene.ok(scene.payments.cancel(invoice, Optional.empty()))
                .operation()
                .orElseThrow();
        scene.bank.ends(invoice.externalId().orElseThrow(), "Wait");
        scene.time.pass(Duration.ofMinutes(15));
        assertThat(scene.settlement.settle(operation.id(), 1)).isPresent();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(names = {"LINK", "QR"})
    void a_lost_code_cannot_be_said_to_be_opened_for_nobody_has_it(PaymentKind kind) {
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        MoneyResult created = scene.create(kind);
        long row = raised(created.operation().orElseThrow());
        assertThat(PayScene.refused(scene.attention.resolve(row, word(true, Optional.of(13_000_000_001L)))))
                .isEqualTo("invalid_transition");
        assertThat(scene.now(created.operation().orElseThrow()).state()).isEqualTo(OperationState.UNKNOWN);
        PayScene.ok(scene.attention.resolve(row, word(false, Optional.empty())));
        assertThat(scene.now(created.payment()).status()).isEqualTo(ServiceStatus.FAILED);
        assertThat(scene.merchant.unsettled()).isEmpty();
    }

    @Test
    void the_number_of_another_payment_is_refused() {
        Payment other = scene.create(PaymentKind.INVOICE).payment();
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        MoneyResult created = scene.create(PaymentKind.INVOICE);
        long row = raised(created.operation().orElseThrow());
        assertThat(PayScene.refused(scene.attention.resolve(row, word(true, other.externalId()))))
                .isEqualTo("invalid_request");
        assertThat(scene.merchant.unsettled()).hasSize(1);
    }

    @Test
    void a_persons_word_about_a_cancellation_ends_its_line_too() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        scene.bank.plan(new MemoryBank.Trouble.LostBefore());
        Operation operation = PayScene.ok(scene.payments.cancel(invoice, Optional.empty()))
                .operation()
                .orElseThrow();
        PayScene.ok(scene.attention.resolve(raised(operation), word(true, Optional.empty())));
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.CANCELLED);
        assertThat(scene.now(invoice).state().bankWord()).contains("RemotePaymentCanceled");
        assertThat(scene.merchant.unsettled()).isEmpty();
    }

    @Test
    void a_line_that_was_settled_meanwhile_is_no_fault_of_the_persons() {
        Payment payment = scene.paid();
        scene.bank.plan(new MemoryBank.Trouble.LostBefore());
        Operation operation = PayScene.ok(scene.refund(payment, 40)).operation().orElseThrow();
        long row = raised(operation);
        scene.merchant.settle(
                scene.merchant.unsettled().get(0), Settlement.NOT_APPLIED, Optional.empty(), "by another hand");
        PayScene.ok(scene.attention.resolve(row, word(false, Optional.empty())));
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.NOT_APPLIED);
    }

    private long raised(Operation operation) {
        scene.database.transaction(sql -> {
            scene.database
                    .tables()
                    .attention()
                    .raise(
                            sql,
                            new Subject(AttentionKind.OPERATION, operation.id()),
                            Optional.of(PayScene.SHOP),
                            Optional.of(operation.paymentId()),
                            "nobody knows");
            return true;
        });
        return scene.attention.open().get(0).id();
    }

    private static Attention.Word word(boolean applied, Optional<Long> number) {
        return new Attention.Word(Optional.of(applied), number, "asked the bank");
    }
}
