package kz.paysandbox.adapters.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.CardOrder;
import kz.paysandbox.adapters.epay.payment.CardPayment;
import kz.paysandbox.adapters.epay.payment.Cryptogram;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.Test;

/** The real clients over the bank in memory, as an application's test would use them. */
class FakeBankTest {
    private static final Bin BIN = Bin.of("180340021791");

    private final TestSurroundings time = TestSurroundings.create();
    private final FakeBank bank = FakeBank.at(time);
    private final KaspiR3 kaspi =
            bank.clients().surroundings(time.surroundings()).build().kaspiR3();
    private final EpayClient epay =
            bank.clients().surroundings(time.surroundings()).build().epay();

    @Test
    void a_payment_is_taken_and_refunded() {
        QrPayment payment = pay();
        DeviceToken till = kaspi.registerDevice(BIN, "TILL", 1);
        assertThat(kaspi.refund(BIN, till, payment.id(), Tenge.of(50)).settlement())
                .isEqualTo(Settlement.APPLIED);
        assertThat(kaspi.refund(BIN, till, payment.id(), Tenge.of(151)).settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
        assertThat(kaspi.details(payment.id(), till).refundable()).isEqualTo(Tenge.of(150));
        assertThat(bank.operations()).contains("r3 payment return");
    }

    @Test
    void a_lost_answer_is_unknown_and_the_books_know_better() {
        QrPayment payment = pay();
        DeviceToken till = kaspi.registerDevice(BIN, "TILL", 1);
        bank.losesAnswers(0);
        kaspi.details(payment.id(), till);
        assertThat(bank.refundable(payment.id())).isEqualTo(Tenge.of(200));
        bank.isDown(true);
        assertThat(kaspi.refund(BIN, till, payment.id(), Tenge.of(50)).settlement())
                .isEqualTo(Settlement.NOT_APPLIED);
        bank.isDown(false);
        bank.losesAnswers(1);
        assertThat(kaspi.createQr(BIN, Order.of(till, Tenge.of(1))).settlement())
                .isEqualTo(Settlement.UNKNOWN);
    }

    @Test
    void an_invoice_is_cancelled_or_paid() {
        DeviceToken till = kaspi.registerDevice(BIN, "TILL", 1);
        RemoteInvoice invoice = kaspi.invoice(BIN, till, Phone.parse("87010000001"), Tenge.of(10), Optional.empty())
                .orThrow();
        assertThat(kaspi.cancelInvoice(BIN, till, invoice).settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(kaspi.status(invoice.id()).kind()).isEqualTo(PaymentStatus.Kind.REMOTE_CANCELED);
    }

    @Test
    void a_card_is_held_charged_and_refunded() {
        InvoiceId invoice = InvoiceId.of("205218074");
        CardPayment payment = epay.pay(CardOrder.of(invoice, Tenge.of(200), "Book"), new Cryptogram("c"))
                .orThrow();
        assertThat(epay.charge(payment.ref(), Optional.empty()).settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(epay.refund(payment.ref(), Optional.of(Tenge.of(50)), Optional.empty())
                        .settlement())
                .isEqualTo(Settlement.APPLIED);
        assertThat(epay.status(invoice).orElseThrow().payout().orElseThrow()).isEqualByComparingTo("150");
        assertThat(epay.status(InvoiceId.of("205218075"))).isEmpty();
    }

    @Test
    void a_bank_that_is_down_says_so() {
        bank.isDown(true);
        assertThatThrownBy(kaspi::ping).isInstanceOf(ConnectionFailed.class);
        assertThatThrownBy(() -> bank.customerPays(7)).hasMessageContaining("no payment 7");
    }

    private QrPayment pay() {
        QrPayment payment = kaspi.createQr(BIN, Order.of(DeviceToken.of("d"), Tenge.of(200)))
                .orThrow();
        bank.customerScans(payment.id());
        bank.customerPays(payment.id());
        assertThat(kaspi.status(payment.id()).paid()).isTrue();
        return payment;
    }
}
