package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invoices of Kaspi that are withdrawn. */
class KaspiCancellationsTest {
    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
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

    @Test
    void a_cancellation_whose_answer_is_lost_leaves_the_banks_last_word() {
        Payment invoice = scene.create(PaymentKind.INVOICE).payment();
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        scene.bank.hides(100);
        Operation operation = scene.cancel(invoice);
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
        Operation operation = scene.cancel(invoice);
        assertThat(operation.state()).isEqualTo(OperationState.UNKNOWN);
        scene.isNotAppliedAfterAQuarter(operation);
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
        Operation operation = scene.cancel(invoice);
        scene.bank.ends(invoice.externalId().orElseThrow(), "Wait");
        scene.time.pass(Duration.ofMinutes(15));
        assertThat(scene.settlement.settle(operation.id(), 1)).isPresent();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.UNKNOWN);
    }
}
