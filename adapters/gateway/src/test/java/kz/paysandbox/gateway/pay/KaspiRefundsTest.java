package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.ReceiptTable.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money given back by Kaspi, and the books that tell what became of it. */
class KaspiRefundsTest {
    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
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
        scene.isNotAppliedAfterAQuarter(operation);
        assertThat(scene.now(operation).outcome().refusal().orElseThrow().code())
                .isEqualTo(RefusalCode.BANK_UNAVAILABLE);
        assertThat(scene.now(payment).refunded()).isEqualTo(Tenge.ZERO);
        assertThat(told()).containsExactly("payment.completed", "refund.unknown", "refund.not_applied");
        MoneyResult again = PayScene.ok(scene.refund(payment, 40));
        assertThat(again.operation().orElseThrow().state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.bank.refundable(payment.externalId().orElseThrow())).isEqualTo(60);
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
}
