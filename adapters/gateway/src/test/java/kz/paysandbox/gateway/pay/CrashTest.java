package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.TestRhythms;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.BankReference;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentDates;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.IdempotencyKey;
import kz.paysandbox.gateway.store.IdempotencyTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that dies between what it writes: each time the books end the operation, and nothing is sent again. */
class CrashTest {
    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private Operation written(PaymentKind kind) {
        Payment payment = new Payment(
                "9b1d0000-0000-4000-8000-000000000001",
                PayScene.SHOP,
                kind,
                PaymentState.NEW,
                Tenge.of(100),
                Tenge.ZERO,
                BankReference.kaspi(scene.config.id(), PayScene.BIN.value()),
                new PaymentTerms(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        PaymentTerms.CardTerms.NONE),
                PaymentDates.from(scene.time.instant(), Duration.ofMinutes(5), Duration.ofSeconds(5)));
        Operation operation = scene.ledger.operation(payment.id(), OperationKind.CREATE, Tenge.of(100));
        PayScene.ok(scene.ledger.open(payment, Optional.of(operation), Optional.empty()));
        return operation;
    }

    private Operation settled(Operation operation) {
        scene.time.pass(Duration.ofMinutes(1));
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        return scene.now(operation);
    }

    @Test
    void dead_before_the_journal_was_written_nothing_was_sent() {
        Operation operation = written(PaymentKind.QR);
        assertThat(settled(operation).state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(scene.bank.payments()).isZero();
    }

    @Test
    void dead_after_the_banks_answer_was_written_the_link_is_handed_out() {
        Operation operation = written(PaymentKind.LINK);
        scene.merchant.at(scene.config).createLink(Tenge.of(100), operation.paymentId());
        assertThat(settled(operation).state()).isEqualTo(OperationState.APPLIED);
        Optional<String> handedOut = scene.database.transaction(
                sql -> scene.database.tables().payments().handedOut(sql, operation.paymentId()));
        assertThat(handedOut.orElseThrow()).endsWith(" https://pay.example/5");
        assertThat(scene.bank.asked("qr/create-link")).isEqualTo(1);
    }

    @Test
    void dead_after_the_code_was_made_and_its_answer_lost_it_is_nobodys() {
        Operation operation = written(PaymentKind.QR);
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        scene.merchant.at(scene.config).createQr(Tenge.of(100), operation.paymentId());
        assertThat(settled(operation).state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(scene.bank.asked("qr/create")).isEqualTo(1);
    }

    @Test
    void dead_around_a_refund_the_books_tell() {
        Payment payment = scene.paid();
        Operation before = begun(payment);
        assertThat(settled(before).state()).isEqualTo(OperationState.NOT_APPLIED);
        Operation after = begun(payment);
        scene.merchant.refund(PayScene.SHOP, payment.externalId().orElseThrow(), Tenge.of(30), after.id());
        assertThat(settled(after).state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(after).outcome().bankOperationId()).isPresent();
        Operation lost = begun(payment);
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        scene.merchant.refund(PayScene.SHOP, payment.externalId().orElseThrow(), Tenge.of(30), lost.id());
        assertThat(settled(lost).state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(payment).refunded()).isEqualTo(Tenge.of(60));
        assertThat(scene.bank.refundable(payment.externalId().orElseThrow())).isEqualTo(40);
        assertThat(scene.bank.asked("payment/return")).isEqualTo(2);
    }

    private Operation begun(Payment payment) {
        return PayScene.ok(scene.ledger.begin(
                        payment.id(),
                        new Ledger.Intent(OperationKind.REFUND, now -> Result.of(Tenge.of(30)), Optional.empty()),
                        Optional.empty()))
                .operation()
                .orElseThrow();
    }

    @Test
    void of_two_who_settle_the_first_one_counts() {
        Payment payment = scene.paid();
        Operation operation = begun(payment);
        Operation.Outcome applied = Operation.Outcome.applied(Optional.of("14"), "");
        scene.ledger.settle(operation, applied, Ledger.Effect.refund(Tenge.of(30)));
        MoneyResult second = scene.ledger.settle(operation, applied, Ledger.Effect.refund(Tenge.of(30)));
        assertThat(second.payment().refunded()).isEqualTo(Tenge.of(30));
        assertThat(second.operation().orElseThrow().state()).isEqualTo(OperationState.APPLIED);
    }

    @Test
    void an_invoice_is_looked_at_once_at_its_end_and_given_up() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        assertThat(scene.looks.follow(invoice.id(), TestRhythms.FOLLOW))
                .contains(invoice.dates().expiresAt());
        assertThat(scene.bank.asked("payment/status")).isZero();
        scene.time.pass(Duration.ofHours(24).plusSeconds(60));
        assertThat(scene.looks.follow(invoice.id(), TestRhythms.FOLLOW)).isEmpty();
        assertThat(scene.bank.asked("payment/status")).isEqualTo(1);
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.EXPIRED);
        scene.bank.paid(invoice.externalId().orElseThrow());
        Payment late = PayScene.ok(scene.looks.look(scene.now(invoice)));
        assertThat(late.status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(late.state().late()).isTrue();
    }

    @Test
    void an_invoice_is_asked_for_four_times_in_any_minute() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        for (int second = 0; second <= 60; second++) {
            PayScene.ok(scene.looks.look(invoice));
            scene.time.pass(Duration.ofSeconds(1));
        }
        assertThat(scene.bank.asked("payment/status")).isEqualTo(5);
        scene.bank.paid(invoice.externalId().orElseThrow());
        assertThat(PayScene.ok(scene.looks.look(invoice)).status()).isEqualTo(ServiceStatus.COMPLETED);
    }

    @Test
    void the_banks_own_answer_counts_more_than_a_look_that_found_nothing() {
        Payment payment = scene.paid();
        Operation operation = begun(payment);
        assertThat(settled(operation).state()).isEqualTo(OperationState.NOT_APPLIED);
        MoneyResult late = scene.ledger.answered(
                operation, Operation.Outcome.applied(Optional.of("14"), ""), Ledger.Effect.refund(Tenge.of(30)));
        assertThat(late.operation().orElseThrow().state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(payment).refunded()).isEqualTo(Tenge.of(30));
        assertThat(scene.attention.open()).hasSize(1);
        assertThat(scene.attention.open().get(0).what()).contains("was it made again?");
        MoneyResult again = scene.ledger.answered(
                operation, Operation.Outcome.applied(Optional.of("14"), ""), Ledger.Effect.refund(Tenge.of(30)));
        assertThat(again.payment().refunded()).isEqualTo(Tenge.of(30));
    }

    @Test
    void a_key_lives_until_its_operation_is_settled() {
        IdempotencyKey key = new IdempotencyKey(1, "a-key", "print");
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        MoneyResult lost = PayScene.ok(
                scene.payments.create(scene.demand(PaymentKind.INVOICE, Optional.empty()), Optional.of(key)));
        scene.time.pass(Duration.ofDays(3));
        scene.database.transaction(sql -> scene.database.tables().idempotency().prune(sql));
        assertThat(kept(key)).isTrue();
        scene.ledger.settle(
                lost.operation().orElseThrow(), Operation.Outcome.applied(Optional.empty(), ""), Ledger.Effect.NONE);
        assertThat(kept(key)).isFalse();
    }

    private boolean kept(IdempotencyKey key) {
        return scene.database
                .<Optional<IdempotencyTable.Kept>>transaction(
                        sql -> scene.database.tables().idempotency().find(sql, key))
                .isPresent();
    }

    @Test
    void a_long_refusal_of_the_bank_is_cut_to_its_column() {
        Operation operation = written(PaymentKind.QR);
        Refusal refusal = Refusal.bank(RefusalCode.BANK_REFUSED, 7, "x".repeat(5000));
        MoneyResult now = scene.ledger.answered(
                operation, Operation.Outcome.notApplied(refusal, "y".repeat(5000)), Ledger.Effect.NONE);
        assertThat(now.payment().status()).isEqualTo(ServiceStatus.FAILED);
    }

    @Test
    void a_payment_that_is_paid_late_has_its_order_back() {
        MoneyResult first = PayScene.ok(
                scene.payments.create(scene.demand(PaymentKind.QR, Optional.of("order-9")), Optional.empty()));
        scene.time.pass(Duration.ofMinutes(10));
        scene.looks.follow(first.payment().id(), TestRhythms.FOLLOW);
        assertThat(scene.now(first.payment()).status()).isEqualTo(ServiceStatus.EXPIRED);
        scene.bank.paid(first.payment().externalId().orElseThrow());
        scene.time.pass(Duration.ofMinutes(1));
        PayScene.ok(scene.looks.look(scene.now(first.payment())));
        MoneyResult second = PayScene.ok(
                scene.payments.create(scene.demand(PaymentKind.QR, Optional.of("order-9")), Optional.empty()));
        assertThat(second.payment().id()).isEqualTo(first.payment().id());
        assertThat(scene.bank.payments()).isEqualTo(1);
    }

    @Test
    void a_word_that_nobody_knows_ends_nothing_at_the_end_either() {
        Payment payment = scene.create(PaymentKind.QR).payment();
        scene.bank.ends(payment.externalId().orElseThrow(), "SomethingNew");
        scene.time.pass(Duration.ofMinutes(10));
        assertThat(scene.looks.follow(payment.id(), TestRhythms.FOLLOW)).isPresent();
        assertThat(scene.now(payment).status()).isEqualTo(ServiceStatus.PENDING);
    }

    @Test
    void a_reading_that_is_older_than_what_is_known_is_dropped() {
        Payment payment = scene.create(PaymentKind.QR).payment();
        Instant asked = scene.time.instant();
        scene.time.pass(Duration.ofSeconds(1));
        scene.ledger.read(
                payment.id(),
                new BankReading(Optional.of(ServiceStatus.COMPLETED), "Processed", false, true),
                now -> now);
        assertThat(scene.ledger.read(
                        payment.id(),
                        new BankReading(Optional.of(ServiceStatus.PROCESSING), "Wait", false, false),
                        read -> read,
                        asked))
                .isEmpty();
        assertThat(scene.now(payment).status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(scene.attention.open()).isEmpty();
    }
}
