package kz.paysandbox.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients against a sandbox in another process. */
class AgainstSandboxIT {
    private static final Bin BIN = Bin.of("180340021791");

    @TempDir
    private static Path home;

    private static SandboxProcess sandbox;

    private final Kzpay kzpay = Kzpay.of(
            Settings.of(Map.of("kzpay.backend", "emulator", "kzpay.emulator.home", home.toString()), Map.of()));

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(SandboxProcess.isBuilt(), "the emulator's jar is not built: mvn -pl emulator -am package");
        sandbox = SandboxProcess.start(home);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (sandbox != null) {
            sandbox.stop();
        }
    }

    @AfterEach
    void mend() throws IOException, InterruptedException {
        sandbox.control("DELETE", "/faults", "");
    }

    /** The bank has paid back, and the client never heard: it looks, and does not pay back again. */
    @Test
    void a_refund_whose_answer_is_lost_is_found_and_not_repeated() throws IOException, InterruptedException {
        try (KaspiR3 kaspi = kzpay.kaspiR3()) {
            DeviceToken till = kaspi.registerDevice(BIN, "ADAPTERS-4", 1);
            QrPayment payment = paid(kaspi, till);
            fault("{\"endpoint\":\"r3 payment return\"}", "{\"drop\":\"after\"}");
            assertThat(kaspi.refund(BIN, till, payment.id(), Tenge.of(50)).settlement())
                    .isEqualTo(Settlement.APPLIED);
            assertThat(kaspi.details(payment.id(), till).refundable()).isEqualTo(Tenge.of(150));
        }
    }

    @Test
    void a_refund_that_never_arrived_is_known_not_to_be_applied() throws IOException, InterruptedException {
        try (KaspiR3 kaspi = kzpay.kaspiR3()) {
            DeviceToken till = kaspi.registerDevice(BIN, "ADAPTERS-5", 1);
            QrPayment payment = paid(kaspi, till);
            fault("{\"endpoint\":\"r3 payment return\"}", "{\"drop\":\"before\"}");
            assertThat(kaspi.refund(BIN, till, payment.id(), Tenge.of(50)).settlement())
                    .isNotEqualTo(Settlement.APPLIED);
            assertThat(kaspi.details(payment.id(), till).refundable()).isEqualTo(Tenge.of(200));
        }
    }

    @Test
    void a_status_is_asked_for_again_where_the_answer_is_broken_off() throws IOException, InterruptedException {
        try (KaspiR1 kaspi = kzpay.kaspiR1()) {
            DeviceToken till = kaspi.registerDevice("ADAPTERS-6", 1);
            QrPayment payment = kaspi.createQr(Order.of(till, Tenge.of(200))).orThrow();
            fault("{\"endpoint\":\"r1 payment status\",\"nth\":1}", "{\"reset\":true}");
            assertThat(kaspi.status(payment.id()).paid()).isFalse();
        }
    }

    private static QrPayment paid(KaspiR3 kaspi, DeviceToken till) {
        QrPayment payment = kaspi.createQr(BIN, Order.of(till, Tenge.of(200))).orThrow();
        kaspi.testHooks().scan(payment.id());
        kaspi.testHooks().confirm(payment.id());
        return payment;
    }

    private static void fault(String when, String then) throws IOException, InterruptedException {
        assertThat(sandbox.control("POST", "/faults", "{\"when\":" + when + ",\"then\":" + then + "}"))
                .contains("fault-");
    }

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
