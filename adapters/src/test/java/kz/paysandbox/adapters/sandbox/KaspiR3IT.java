package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.BIN;
import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.RequestOptions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scheme r3: several organisations, refunds without the customer, invoices by phone. */
@ExtendWith(WithSandbox.class)
class KaspiR3IT {
    private static final Phone PHONE = Phone.parse("87010000001");

    private final Stage stage;
    private final KaspiR3 kaspi;
    private final DeviceToken till;

    KaspiR3IT(Stage stage) throws IOException {
        this.stage = stage;
        this.kaspi = stage.kzpay().kaspiR3();
        this.till = stage.secret(kaspi.registerDevice(BIN, "R3-TILL", 23));
    }

    @AfterEach
    void close() {
        kaspi.close();
    }

    @Test
    void the_bank_is_there_and_a_till_comes_and_goes() throws Exception {
        kaspi.ping();
        assertThat(kaspi.tradePoints(BIN)).hasSize(4);
        DeviceToken other = stage.secret(kaspi.registerDevice(BIN, "R3-OTHER", 2));
        kaspi.deleteDevice(BIN, other);
        assertThat(kaspi.async().tradePoints(BIN).get(30, TimeUnit.SECONDS)).hasSize(4);
    }

    @Test
    void a_payment_is_refunded_in_parts() {
        QrPayment payment =
                told(kaspi.createQr(BIN, Order.of(till, Tenge.of(200)))).orThrow();
        kaspi.testHooks().scan(payment.id());
        kaspi.testHooks().confirm(payment.id());
        assertThat(kaspi.with(RequestOptions.within(Duration.ofSeconds(20)))
                        .status(payment.id())
                        .paid())
                .isTrue();
        assertThat(kaspi.view(payment.id()).status().paid()).isTrue();
        told(kaspi.refund(BIN, till, payment.id(), Tenge.of(50))).orThrow();
        told(kaspi.refund(BIN, till, payment.id(), Tenge.of(50))).orThrow();
        assertThat(kaspi.details(payment.id(), till).refundable()).isEqualTo(Tenge.of(100));
        MoneyAnswer<?> tooMuch = told(kaspi.refund(BIN, till, payment.id(), Tenge.of(101)));
        assertThat(tooMuch.<String>fold(
                        yes -> "", no -> String.valueOf(no.reason().getMessage()), unknown -> ""))
                .contains("-99000005");
    }

    @Test
    void an_invoice_is_paid_or_cancelled_by_phone() {
        String name = kaspi.customerName(PHONE, till);
        assertThat(stage.secrets().keep(name, name)).isNotEmpty();
        RemoteInvoice invoice = told(kaspi.invoice(BIN, till, PHONE, Tenge.of(10), Optional.of("two books")))
                .orThrow();
        assertThat(told(kaspi.cancelInvoice(BIN, till, invoice))
                        .orThrow()
                        .status()
                        .kind())
                .isEqualTo(PaymentStatus.Kind.REMOTE_CANCELED);
        RemoteInvoice paid = told(kaspi.invoice(BIN, till, PHONE, Tenge.of(10), Optional.empty()))
                .orThrow();
        kaspi.testHooks().confirm(paid.id());
        assertThat(kaspi.status(paid.id()).paid()).isTrue();
    }

    @Test
    void a_following_ends_when_its_caller_wishes() {
        LinkPayment link = told(kaspi.createLink(BIN, Order.of(till, Tenge.of(300), "b-1")))
                .orThrow();
        FollowedPayment following = kaspi.follow(link, status -> {});
        following.cancel();
        Assertions.assertThatThrownBy(() -> following.end().get(30, TimeUnit.SECONDS))
                .isInstanceOf(CancellationException.class);
    }
}
