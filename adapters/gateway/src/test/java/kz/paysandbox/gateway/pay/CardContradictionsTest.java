package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.TestPayments;
import kz.paysandbox.gateway.store.AttentionKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When books of ePay that do not fit a payment are brought to a person. */
class CardContradictionsTest {
    private final PayScene scene = new PayScene();
    private final Payment payment = TestPayments.of(PaymentKind.WIDGET, ServiceStatus.PENDING);

    @BeforeEach
    void paid() {
        PayScene.ok(scene.ledger.open(payment, Optional.empty(), Optional.empty()));
        read(transaction("CHARGE", 100, 100), scene.time.instant());
        assertThat(now().status()).isEqualTo(ServiceStatus.COMPLETED);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private static Transaction transaction(String word, long amount, long payout) {
        return new Transaction(
                "11111111-2222-3333-4444-555555555555",
                "300000000001",
                BigDecimal.valueOf(amount),
                Optional.of(BigDecimal.valueOf(payout)),
                Optional.empty(),
                "KZT",
                TransactionState.of(word),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void read(Transaction transaction, Instant askedAt) {
        scene.database.transaction(sql -> scene.looks.read(sql, payment.id(), transaction, askedAt));
    }

    private Payment now() {
        return scene.now(payment);
    }

    private Operation refund() {
        return PayScene.ok(scene.ledger.begin(
                        payment.id(),
                        new Ledger.Intent(OperationKind.REFUND, locked -> Result.of(Tenge.of(30)), Optional.empty()),
                        Optional.empty()))
                .operation()
                .orElseThrow();
    }

    private void refunded(Operation operation) {
        scene.ledger.settle(
                operation, Operation.Outcome.applied(Optional.empty(), ""), Ledger.Effect.refund(operation.amount()));
    }

    @Test
    void a_part_that_is_being_refunded_is_no_contradiction() {
        Operation operation = refund();
        read(transaction("REFUND", 100, 70), scene.time.instant());
        assertThat(scene.attention.open()).isEmpty();
        refunded(operation);
        scene.time.pass(Duration.ofSeconds(1));
        read(transaction("REFUND", 100, 70), scene.time.instant());
        assertThat(scene.attention.open()).isEmpty();
        assertThat(now().refunded()).isEqualTo(Tenge.of(30));
    }

    @Test
    void what_was_asked_before_a_refund_was_written_is_not_judged_after_it() {
        refunded(refund());
        Instant before = scene.time.instant();
        scene.time.pass(Duration.ofSeconds(1));
        refunded(refund());
        read(transaction("REFUND", 100, 70), before);
        assertThat(scene.attention.open()).isEmpty();
        assertThat(now().refunded()).isEqualTo(Tenge.of(60));
    }

    @Test
    void a_refund_that_is_not_ours_is_a_persons_once() {
        read(transaction("REFUND", 100, 70), scene.time.instant());
        read(transaction("REFUND", 100, 70), scene.time.instant());
        assertThat(scene.attention.open()).hasSize(1);
        assertThat(scene.attention.open().get(0).subject().kind()).isEqualTo(AttentionKind.CONTRADICTION);
        assertThat(now().refunded()).isEqualTo(Tenge.ZERO);
    }
}
