package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kz.paysandbox.adapters.epay.payment.TransactionState;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentDates;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.TestPayments;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Item;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.IdempotencyKey;
import kz.paysandbox.gateway.store.IdempotencyTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the bank's word makes of a payment, and when it is a person's. */
class LedgerReadingsTest {
    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private Payment says(Payment payment, String word) {
        BankReading reading = payment.kind() == PaymentKind.WIDGET
                ? BankReading.of(TransactionState.of(word))
                : BankReading.of(payment.kind(), PaymentStatus.of(word));
        return scene.ledger.read(payment.id(), reading, UnaryOperator.identity());
    }

    private Payment card() {
        Payment payment = TestPayments.of(PaymentKind.WIDGET, ServiceStatus.PENDING)
                .at(PaymentDates.from(scene.time.instant(), Duration.ofHours(2), Duration.ofSeconds(5)));
        PayScene.ok(scene.ledger.open(payment, Optional.empty(), Optional.empty()));
        return payment;
    }

    @Test
    void the_payment_is_given_as_it_was_written() {
        Payment payment = scene.create(PaymentKind.QR).payment();
        assertThat(says(payment, "Wait").status()).isEqualTo(ServiceStatus.PROCESSING);
        assertThat(says(payment, "Processed")).isEqualTo(scene.now(payment));
        assertThat(scene.now(payment).dates().paidAt()).contains(scene.time.instant());
    }

    @Test
    void a_paid_payment_that_the_bank_calls_failed_stays_paid_and_is_a_persons() {
        Payment paid = scene.paid();
        assertThat(says(paid, "Error")).isEqualTo(scene.now(paid));
        assertThat(scene.now(paid).status()).isEqualTo(ServiceStatus.COMPLETED);
        Item item = scene.attention.open().get(0);
        assertThat(item.subject()).isEqualTo(new Subject(AttentionKind.CONTRADICTION, paid.id()));
        assertThat(item.what()).isEqualTo("it was paid, and the bank now says Error");
    }

    @Test
    void a_contradiction_is_nobodys_while_an_operation_is_open() {
        Payment paid = scene.paid();
        PayScene.ok(scene.ledger.begin(
                paid.id(),
                new Ledger.Intent(OperationKind.REFUND, now -> Result.of(Tenge.of(30)), Optional.empty()),
                Optional.empty()));
        assertThat(says(paid, "Error").status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(scene.attention.open()).isEmpty();
    }

    @Test
    void money_that_the_bank_holds_for_a_payment_that_was_given_up_is_a_persons_once() {
        Payment payment = card();
        scene.time.pass(Duration.ofHours(3));
        assertThat(scene.ledger.expire(payment.id()).status()).isEqualTo(ServiceStatus.EXPIRED);
        says(payment, "NEW");
        assertThat(scene.attention.open()).isEmpty();
        assertThat(says(payment, "AUTH").state().authorized()).isTrue();
        Item item = scene.attention.open().get(0);
        assertThat(item.subject()).isEqualTo(new Subject(AttentionKind.HELD, payment.id()));
        assertThat(item.paymentId()).contains(payment.id());
        assertThat(item.what()).contains("that is expired: charge or cancel it");
        PayScene.ok(scene.attention.resolve(
                item.id(), new Attention.Word(Optional.empty(), Optional.empty(), "it will be released")));
        says(payment, "AUTH");
        assertThat(scene.attention.open()).isEmpty();
    }

    @Test
    void money_that_is_held_for_an_open_payment_is_nobodys() {
        Payment payment = card();
        assertThat(says(payment, "AUTH").state().authorized()).isTrue();
        assertThat(scene.attention.open()).isEmpty();
    }

    @Test
    void a_change_by_the_shops_word_is_kept_with_its_key() {
        Payment payment = card();
        IdempotencyKey key = new IdempotencyKey(1, "a-key", "print");
        Payment cancelled = PayScene.ok(scene.ledger.change(
                payment.id(), now -> Result.of(now.in(now.state().to(ServiceStatus.CANCELLED))), Optional.of(key)));
        assertThat(scene.now(payment)).isEqualTo(cancelled);
        IdempotencyTable.Kept kept = scene.database.transaction(
                sql -> scene.database.tables().idempotency().find(sql, key).orElseThrow());
        assertThat(kept.paymentId()).isEqualTo(payment.id());
        assertThat(kept.operationId()).isEmpty();
    }

    @Test
    void of_two_effects_both_change_the_payment_and_the_later_hands_out() {
        Payment payment = TestPayments.of(PaymentKind.QR, ServiceStatus.COMPLETED);
        Ledger.Effect code = new Ledger.Effect(now -> now.less(Tenge.of(10)), Optional.of("a code"));
        Ledger.Effect other = new Ledger.Effect(now -> now.less(Tenge.of(20)), Optional.of("another"));
        assertThat(code.then(Ledger.Effect.refund(Tenge.of(5))).handedOut()).contains("a code");
        assertThat(code.then(other).handedOut()).contains("another");
        assertThat(code.then(other).payment().apply(payment).refunded()).isEqualTo(Tenge.of(30));
    }
}
