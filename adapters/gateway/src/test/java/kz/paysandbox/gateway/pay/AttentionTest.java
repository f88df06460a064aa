package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.merchant.LineState;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReading;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Item;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A person's word about an operation that nobody knows of. */
class AttentionTest {
    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
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
        Operation operation = scene.cancel(invoice);
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

    @ParameterizedTest
    @CsvSource({"true, APPLIED, 40", "false, NOT_APPLIED, 0"})
    void a_persons_word_about_a_refund_ends_its_line_as_he_says(boolean applied, LineState line, long refunded) {
        Payment payment = scene.paid();
        scene.bank.plan(new MemoryBank.Trouble.LostBefore());
        Operation operation = PayScene.ok(scene.refund(payment, 40)).operation().orElseThrow();
        Item item = PayScene.ok(scene.attention.resolve(raised(operation), word(applied, Optional.empty())));
        assertThat(item.resolution()).contains("settled by hand: asked the bank");
        assertThat(scene.now(payment).refunded()).isEqualTo(Tenge.of(refunded));
        assertThat(scene.merchant.log().ofOrder(PayScene.SHOP, operation.id()))
                .extracting(LogEntry::state)
                .containsExactly(line);
    }

    @Test
    void a_row_that_is_no_operation_is_resolved_by_a_note_alone() {
        Payment payment = scene.paid();
        long row = raised(new Subject(AttentionKind.CONTRADICTION, payment.id()), payment.id());
        Item item = PayScene.ok(scene.attention.resolve(
                row, new Attention.Word(Optional.empty(), Optional.empty(), "the bank was wrong")));
        assertThat(item.id()).isEqualTo(row);
        assertThat(item.resolution()).contains("settled by hand: the bank was wrong");
        assertThat(scene.attention.open()).isEmpty();
        assertThat(PayScene.refused(scene.attention.resolve(row + 1, word(true, Optional.empty()))))
                .isEqualTo("no_such_item");
    }

    @Test
    void an_operation_needs_the_banks_answer_and_one_that_the_books_have_ended_takes_none() {
        Payment payment = scene.paid();
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        Operation operation = PayScene.ok(scene.refund(payment, 40)).operation().orElseThrow();
        long row = raised(operation);
        assertThat(PayScene.refused(scene.attention.resolve(
                        row, new Attention.Word(Optional.empty(), Optional.empty(), "I do not know"))))
                .isEqualTo("invalid_request");
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        row = raised(operation);
        assertThat(PayScene.refused(scene.attention.resolve(row, word(false, Optional.empty()))))
                .isEqualTo("invalid_transition");
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.attention.open()).hasSize(1);
    }

    @Test
    void an_invoice_may_be_named_by_the_number_that_it_has_already() {
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        MoneyResult created = scene.create(PaymentKind.INVOICE);
        scene.ledger.read(
                created.payment().id(),
                BankReading.of(PaymentKind.INVOICE, PaymentStatus.of("Wait")),
                now -> now.known(now.bank().numbered(13_000_000_001L)));
        long row = raised(created.operation().orElseThrow());
        PayScene.ok(scene.attention.resolve(row, word(true, Optional.of(13_000_000_001L))));
        assertThat(scene.now(created.payment()).status()).isEqualTo(ServiceStatus.PROCESSING);
    }

    @Test
    void the_line_of_an_earlier_cancellation_does_not_keep_the_lost_one_open() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        scene.bank.plan(new MemoryBank.Trouble.Code(-99000011));
        PayScene.ok(scene.payments.cancel(invoice, Optional.empty()));
        scene.bank.plan(new MemoryBank.Trouble.LostBefore());
        Operation operation = scene.cancel(invoice);
        assertThat(scene.merchant.unsettled()).hasSize(1);
        PayScene.ok(scene.attention.resolve(raised(operation), word(false, Optional.empty())));
        assertThat(scene.merchant.unsettled()).isEmpty();
    }

    private long raised(Operation operation) {
        return raised(new Subject(AttentionKind.OPERATION, operation.id()), operation.paymentId());
    }

    private long raised(Subject subject, String paymentId) {
        scene.database.transaction(sql -> {
            scene.database
                    .tables()
                    .attention()
                    .raise(sql, subject, Optional.of(PayScene.SHOP), Optional.of(paymentId), "nobody knows");
            return true;
        });
        return scene.attention.open().get(0).id();
    }

    private static Attention.Word word(boolean applied, Optional<Long> number) {
        return new Attention.Word(Optional.of(applied), number, "asked the bank");
    }
}
