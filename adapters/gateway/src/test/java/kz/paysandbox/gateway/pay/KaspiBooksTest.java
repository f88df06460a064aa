package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.TestPayments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines of the journal that were ended by hand, and payments whose books this gateway cannot read. */
class KaspiBooksTest {
    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
    }

    private MoneyResult lost(PaymentKind kind) {
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        return scene.create(kind);
    }

    private void endedByHand(Optional<Long> number) {
        LogEntry line = scene.merchant.unsettled().get(0);
        scene.merchant.settle(line, Settlement.APPLIED, number, "asked the bank");
    }

    @Test
    void an_invoice_that_was_opened_by_a_persons_word_has_its_number() {
        MoneyResult created = lost(PaymentKind.INVOICE);
        endedByHand(Optional.of(13_000_000_001L));
        assertThat(scene.settlement.settle(created.operation().orElseThrow().id(), 0))
                .isEmpty();
        assertThat(scene.now(created.operation().orElseThrow()).state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(created.payment()).externalId()).contains(13_000_000_001L);
        assertThat(scene.attention.open()).isEmpty();
    }

    @Test
    void an_applied_line_without_a_number_is_a_persons() {
        MoneyResult created = lost(PaymentKind.INVOICE);
        endedByHand(Optional.empty());
        assertThat(scene.settlement.settle(created.operation().orElseThrow().id(), 0))
                .isEmpty();
        assertThat(scene.now(created.operation().orElseThrow()).state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(scene.attention.open())
                .singleElement()
                .satisfies(item -> assertThat(item.what()).contains("does not name the payment"));
    }

    @Test
    void a_link_that_was_opened_and_is_not_kept_is_nobodys() {
        MoneyResult created = lost(PaymentKind.LINK);
        endedByHand(Optional.of(13_000_000_001L));
        assertThat(scene.settlement.settle(created.operation().orElseThrow().id(), 0))
                .isEmpty();
        Operation settled = scene.now(created.operation().orElseThrow());
        assertThat(settled.state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(settled.outcome().finding()).isEqualTo("nobody was given the code or link, so nobody can pay it");
        assertThat(scene.now(created.payment()).status()).isEqualTo(ServiceStatus.FAILED);
    }

    @Test
    void an_operation_of_a_bank_that_is_not_set_up_is_a_persons_at_once() {
        Payment card = TestPayments.of(PaymentKind.SAVED_CARD, ServiceStatus.PENDING);
        Operation operation = scene.ledger.operation(card.id(), OperationKind.CREATE, Tenge.of(100));
        PayScene.ok(scene.ledger.open(card, Optional.of(operation), Optional.empty()));
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(scene.attention.open())
                .singleElement()
                .satisfies(item -> assertThat(item.what())
                        .isEqualTo("nobody knows whether this create of 100.00 tenge was carried out:"
                                + " this gateway has no access to epay"));
    }
}
