package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.RequestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scheme r1: an Api-Key, payments by QR and link, no refunds. */
@ExtendWith(WithSandbox.class)
class KaspiR1IT {
    private final Stage stage;
    private final KaspiR1 kaspi;
    private final DeviceToken till;

    KaspiR1IT(Stage stage) throws IOException {
        this.stage = stage;
        this.kaspi = stage.kzpay().kaspiR1();
        this.till = stage.secret(kaspi.registerDevice("R1-TILL", 1));
    }

    @AfterEach
    void close() {
        kaspi.close();
    }

    @Test
    void the_bank_is_there_and_knows_the_shops() {
        kaspi.ping();
        assertThat(kaspi.tradePoints()).extracting(TradePoint::id).contains(1L, 2L, 12L, 23L);
    }

    @Test
    void a_till_has_one_token_until_it_is_removed() {
        DeviceToken other = stage.secret(kaspi.registerDevice("R1-OTHER", 2));
        assertThat(kaspi.registerDevice("R1-OTHER", 2)).isEqualTo(other);
        kaspi.deleteDevice(other);
        assertThat(told(kaspi.createQr(Order.of(other, Tenge.of(200))))
                        .<Long>fold(yes -> 0L, no -> ((Rejected) no.reason()).code(), unknown -> 0L))
                .isEqualTo(-1502);
    }

    @Test
    void a_qr_is_paid() {
        QrPayment payment = told(kaspi.createQr(Order.of(till, Tenge.parse("200.50"), "a-1")))
                .orThrow();
        assertThat(payment.qrToken()).hasSize(41);
        assertThat(kaspi.with(RequestOptions.header("X-Correlation-ID", "cart-7"))
                        .status(payment.id())
                        .kind())
                .isEqualTo(PaymentStatus.Kind.CREATED);
        kaspi.testHooks().scan(payment.id());
        assertThat(kaspi.status(payment.id()).kind()).isEqualTo(PaymentStatus.Kind.WAIT);
        kaspi.testHooks().confirm(payment.id());
        assertThat(kaspi.status(payment.id()).paid()).isTrue();
        assertThat(kaspi.view(payment.id()).amount()).contains(Tenge.parse("200.50"));
    }

    @Test
    void a_link_fails_at_scanning_and_a_qr_at_confirming() {
        LinkPayment link = told(kaspi.createLink(Order.of(till, Tenge.of(300)))).orThrow();
        assertThat(link.link().toString()).startsWith("https://pay.kaspi.kz/pay/");
        kaspi.testHooks().failScan(link.id());
        assertThat(kaspi.status(link.id()).kind()).isEqualTo(PaymentStatus.Kind.ERROR);
        QrPayment qr = kaspi.createQr(Order.of(till, Tenge.of(300))).orThrow();
        kaspi.testHooks().scan(qr.id());
        kaspi.testHooks().failConfirm(qr.id());
        assertThat(kaspi.status(qr.id()).kind()).isEqualTo(PaymentStatus.Kind.ERROR);
    }

    @Test
    void a_payment_is_followed_to_its_end() throws Exception {
        stage.sandbox()
                .control(
                        "PATCH",
                        "/organizations/180340021791",
                        Map.of("behaviorOptions", Map.of("statusPollingInterval", 1)),
                        "main");
        QrPayment payment = kaspi.createQr(Order.of(till, Tenge.of(200))).orThrow();
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        FollowedPayment following = kaspi.follow(payment, status -> seen.add(status.raw()));
        assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("QrTokenCreated");
        kaspi.testHooks().scan(payment.id());
        assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("Wait");
        kaspi.testHooks().confirm(payment.id());
        assertThat(following.end().get(30, TimeUnit.SECONDS).outcome()).isEqualTo(FollowedPayment.Outcome.PAID);
        assertThat(List.copyOf(seen)).containsExactly("Processed");
    }

    @Test
    void calls_are_futures_where_one_wants() throws Exception {
        assertThat(kaspi.async().tradePoints().get(30, TimeUnit.SECONDS)).isNotEmpty();
    }

    @Test
    void what_the_bank_refuses_has_its_code() {
        assertThatThrownBy(() -> kaspi.status(1))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo(-1601));
        assertThatThrownBy(() -> kaspi.registerDevice("R1-TILL", 2))
                .isInstanceOfSatisfying(
                        Rejected.class, e -> assertThat(e.code()).isEqualTo(-1503));
    }
}
