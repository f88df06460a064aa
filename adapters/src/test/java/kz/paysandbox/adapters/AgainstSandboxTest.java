package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.epay.Card;
import kz.paysandbox.adapters.epay.CardOrder;
import kz.paysandbox.adapters.epay.CardPayment;
import kz.paysandbox.adapters.epay.Cryptogram;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.InvoiceId;
import kz.paysandbox.adapters.epay.TransactionState;
import kz.paysandbox.adapters.kaspi.Bin;
import kz.paysandbox.adapters.kaspi.DeviceToken;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.Order;
import kz.paysandbox.adapters.kaspi.Phone;
import kz.paysandbox.adapters.kaspi.QrPayment;
import kz.paysandbox.adapters.kaspi.RemoteInvoice;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The clients against a running sandbox: {@code -DargLine=-Dkzpay.emulator.home=FOLDER}; skipped without one. */
@EnabledIfSystemProperty(named = "kzpay.emulator.home", matches = ".+")
class AgainstSandboxTest {
    private static final Bin BIN = Bin.of("180340021791");

    private final Kzpay kzpay = Kzpay.of(Settings.of(
            Map.of("kzpay.backend", "emulator", "kzpay.emulator.home", System.getProperty("kzpay.emulator.home", "")),
            Map.of()));

    @Test
    void r1_is_paid() {
        try (KaspiR1 kaspi = kzpay.kaspiR1()) {
            kaspi.ping();
            assertThat(kaspi.tradePoints()).isNotEmpty();
            DeviceToken till = kaspi.registerDevice("ADAPTERS-1", 1);
            QrPayment payment =
                    kaspi.createQr(Order.of(till, Tenge.of(200), "a-1")).orThrow();
            kaspi.testHooks().scan(payment.id());
            kaspi.testHooks().confirm(payment.id());
            assertThat(kaspi.status(payment.id()).paid()).isTrue();
            assertThat(kaspi.view(payment.id()).status().paid()).isTrue();
        }
    }

    @Test
    void r2_is_paid_and_read() {
        try (KaspiR2 kaspi = kzpay.kaspiR2()) {
            DeviceToken till = kaspi.registerDevice("ADAPTERS-2", 1);
            QrPayment payment = kaspi.createQr(Order.of(till, Tenge.of(200))).orThrow();
            kaspi.testHooks().scan(payment.id());
            kaspi.testHooks().confirm(payment.id());
            assertThat(kaspi.details(payment.id(), till).refundable()).isEqualTo(Tenge.of(200));
            assertThat(kaspi.createRefundQr(till, Optional.empty()).qrToken()).isNotEmpty();
        }
    }

    @Test
    void r3_is_paid_refunded_and_invoiced() {
        try (KaspiR3 kaspi = kzpay.kaspiR3()) {
            DeviceToken till = kaspi.registerDevice(BIN, "ADAPTERS-3", 1);
            QrPayment payment =
                    kaspi.createQr(BIN, Order.of(till, Tenge.of(200))).orThrow();
            kaspi.testHooks().scan(payment.id());
            kaspi.testHooks().confirm(payment.id());
            kaspi.refund(BIN, till, payment.id(), Tenge.of(50)).orThrow();
            assertThat(kaspi.details(payment.id(), till).refundable()).isEqualTo(Tenge.of(150));
            Phone phone = Phone.parse("87010000001");
            assertThat(kaspi.customerName(phone, till)).isNotEmpty();
            RemoteInvoice invoice = kaspi.invoice(BIN, till, phone, Tenge.of(10), Optional.empty())
                    .orThrow();
            assertThat(kaspi.cancelInvoice(BIN, till, invoice).settlement()).isEqualTo(Settlement.APPLIED);
            kaspi.deleteDevice(BIN, till);
        }
    }

    @Test
    void a_card_is_charged_and_refunded() {
        try (EpayClient epay = kzpay.epay()) {
            CardOrder order = CardOrder.of(InvoiceId.of("205218074"), Tenge.of(200), "Book");
            Card card = Card.of("4405639704015096", YearMonth.of(2027, 1), "321");
            Cryptogram cryptogram = Cryptogram.of(card, "67e34d63-102f-4bd1-898e-370781d0074d", epay.cardKey());
            CardPayment payment = epay.pay(order, cryptogram).orThrow();
            assertThat(epay.status(order.invoiceId()).orElseThrow().state().kind())
                    .isEqualTo(TransactionState.Kind.CHARGE);
            assertThat(epay.refund(payment.ref(), Optional.of(Tenge.of(100)), Optional.empty())
                            .settlement())
                    .isEqualTo(Settlement.APPLIED);
        }
    }
}
