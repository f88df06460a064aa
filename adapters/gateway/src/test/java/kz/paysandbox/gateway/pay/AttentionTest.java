package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
