package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.LineState;
import kz.paysandbox.adapters.merchant.LogEntry;
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

/** A node that dies around the withdrawal of an invoice: the journal and the invoice's state end the operation. */
class CancelCrashTest {
    private final PayScene scene = new PayScene();
    private final Payment invoice = scene.create(PaymentKind.INVOICE).payment();
    private final long number = invoice.externalId().orElseThrow();

    @AfterEach
    void close() {
        scene.close();
    }

    private Operation begun() {
        return PayScene.ok(scene.ledger.begin(
                        invoice.id(),
                        new Ledger.Intent(OperationKind.CANCEL, now -> Result.of(invoice.amount()), Optional.empty()),
                        Optional.empty()))
                .operation()
                .orElseThrow();
    }

    private Operation settled(Operation operation) {
        scene.time.pass(Duration.ofMinutes(1));
        scene.settlement.settle(operation.id(), 0);
        return scene.now(operation);
    }

    private LogEntry line() {
        return scene.merchant.log().ofPayment(PayScene.SHOP, number).stream()
                .filter(line -> line.operation() == kz.paysandbox.adapters.merchant.Operation.CANCEL)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void dead_before_the_journal_was_written_nothing_was_sent() {
        Operation settled = settled(begun());
        assertThat(settled.state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(settled.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.BANK_UNAVAILABLE);
        assertThat(scene.bank.asked("payment/status")).isZero();
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.PENDING);
    }

    @Test
    void an_earlier_cancellation_proves_nothing_about_a_later_one() {
        scene.bank.plan(new MemoryBank.Trouble.Code(-99000011));
        PayScene.ok(scene.payments.cancel(invoice, Optional.empty()));
        assertThat(line().state()).isEqualTo(LineState.NOT_APPLIED);
        scene.time.pass(Duration.ofSeconds(2));
        Operation settled = settled(begun());
        assertThat(settled.outcome().finding()).isEqualTo("the journal has no line, so nothing was sent");
    }

    @Test
    void dead_after_the_banks_refusal_the_refusal_counts_and_what_the_customer_paid_is_read() {
        Operation operation = begun();
        scene.bank.paid(number);
        scene.merchant.cancelInvoice(PayScene.SHOP, number);
        assertThat(line().state()).isEqualTo(LineState.NOT_APPLIED);
        Operation settled = settled(operation);
        assertThat(settled.state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(settled.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.BANK_REFUSED);
        assertThat(settled.outcome().finding()).contains("-99000011");
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.COMPLETED);
    }

    @Test
    void a_refusal_counts_also_where_the_state_cannot_be_asked() {
        Operation operation = begun();
        scene.bank.plan(new MemoryBank.Trouble.Code(-99000011));
        scene.merchant.cancelInvoice(PayScene.SHOP, number);
        scene.bank.hides(100);
        Operation settled = settled(operation);
        assertThat(settled.state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(settled.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.BANK_REFUSED);
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.PENDING);
    }

    @Test
    void dead_after_the_banks_yes_the_invoice_is_cancelled_without_a_question() {
        Operation operation = begun();
        scene.merchant.cancelInvoice(PayScene.SHOP, number);
        assertThat(settled(operation).state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.CANCELLED);
        assertThat(scene.now(invoice).state().bankWord()).contains("RemotePaymentCanceled");
        assertThat(scene.bank.asked("payment/status")).isZero();
    }

    @Test
    void a_paid_invoice_ends_its_lost_cancellation_and_is_completed() {
        scene.bank.plan(new MemoryBank.Trouble.LostBefore());
        Operation operation = scene.cancel(invoice);
        scene.bank.paid(number);
        long before = scene.bank.asked("payment/status");
        Operation settled = settled(operation);
        assertThat(settled.state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(settled.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.INVALID_TRANSITION);
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.COMPLETED);
        assertThat(scene.bank.asked("payment/status")).isEqualTo(before + 1);
        assertThat(line().state()).isEqualTo(LineState.NOT_APPLIED);
        assertThat(scene.merchant.unsettled()).isEmpty();
    }

    @Test
    void an_open_invoice_tells_nothing_and_is_asked_for_once_a_look() {
        scene.bank.plan(new MemoryBank.Trouble.LostBefore());
        Operation operation = scene.cancel(invoice);
        long before = scene.bank.asked("payment/status");
        assertThat(settled(operation).state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(scene.bank.asked("payment/status")).isEqualTo(before + 1);
        assertThat(line().state()).isEqualTo(LineState.UNKNOWN);
    }

    @Test
    void of_two_cancellations_within_a_second_the_later_line_counts() {
        scene.bank.plan(new MemoryBank.Trouble.Code(-99000011));
        PayScene.ok(scene.payments.cancel(invoice, Optional.empty()));
        Operation operation = begun();
        scene.merchant.cancelInvoice(PayScene.SHOP, number);
        assertThat(settled(operation).state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.CANCELLED);
    }

    @Test
    void dead_after_the_banks_refusal_an_invoice_that_is_open_stays_open() {
        Operation operation = begun();
        scene.bank.plan(new MemoryBank.Trouble.Code(-99000011));
        scene.merchant.cancelInvoice(PayScene.SHOP, number);
        Operation settled = settled(operation);
        assertThat(settled.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.BANK_REFUSED);
        assertThat(scene.now(invoice).status()).isEqualTo(ServiceStatus.PENDING);
        assertThat(scene.now(invoice).state().bankWord()).isEmpty();
    }
}
