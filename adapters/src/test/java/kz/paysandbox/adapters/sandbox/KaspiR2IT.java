package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.Purchase;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RefundQr;
import kz.paysandbox.adapters.kaspi.payment.RefundScanStatus;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.RequestOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scheme r2: a client certificate, and refunds with the customer present. */
@ExtendWith(WithSandbox.class)
class KaspiR2IT {
    private static final String CUSTOMER = "87010000001";

    private final Stage stage;
    private final KaspiR2 kaspi;
    private final DeviceToken till;

    KaspiR2IT(Stage stage) throws IOException {
        this.stage = stage;
        this.kaspi = stage.kzpay().kaspiR2();
        this.till = stage.secret(kaspi.registerDevice("R2-TILL", 12));
    }

    @AfterEach
    void close() {
        kaspi.close();
    }

    @Test
    void the_bank_is_there_and_a_till_comes_and_goes() throws Exception {
        kaspi.ping();
        assertThat(kaspi.tradePoints()).hasSize(4);
        DeviceToken other = stage.secret(kaspi.registerDevice("R2-OTHER", 2));
        kaspi.deleteDevice(other);
        assertThat(kaspi.async().tradePoints().get(30, TimeUnit.SECONDS)).hasSize(4);
    }

    @Test
    void the_customer_who_scans_is_given_the_money_back() {
        QrPayment payment = told(kaspi.createQr(Order.of(till, Tenge.of(200)))).orThrow();
        stage.sandbox().post("/payments/" + payment.id() + "/scan", Map.of("phone", CUSTOMER));
        stage.sandbox().post("/payments/" + payment.id() + "/confirm", Map.of());
        assertThat(kaspi.with(RequestOptions.within(Duration.ofSeconds(20)))
                        .status(payment.id())
                        .paid())
                .isTrue();
        assertThat(kaspi.view(payment.id()).amount()).contains(Tenge.of(200));

        RefundQr code = kaspi.createRefundQr(till, Optional.of("back-1"));
        told(code);
        assertThat(kaspi.refundQrStatus(code.id()).kind()).isEqualTo(RefundScanStatus.Kind.CREATED);
        stage.sandbox().post("/returns/" + code.id() + "/scan", Map.of("phone", CUSTOMER));
        assertThat(kaspi.refundQrStatus(code.id()).kind()).isEqualTo(RefundScanStatus.Kind.CUSTOMER_KNOWN);
        assertThat(kaspi.purchases(till, code.id(), 10))
                .extracting(Purchase::paymentId)
                .contains(payment.id());
        Refund refund =
                told(kaspi.refund(till, payment.id(), code.id(), Tenge.of(50))).orThrow();
        assertThat(refund.operationId()).isPresent();
        assertThat(kaspi.details(payment.id(), till).refundable()).isEqualTo(Tenge.of(150));
    }

    @Test
    void a_link_is_followed_until_the_customer_fails_to_confirm() throws Exception {
        LinkPayment link = told(kaspi.createLink(Order.of(till, Tenge.of(300)))).orThrow();
        kaspi.testHooks().scan(link.id());
        kaspi.testHooks().failConfirm(link.id());
        FollowedPayment following = kaspi.follow(link, status -> {});
        assertThat(following.end().get(30, TimeUnit.SECONDS).status().raw()).isEqualTo("Error");
    }
}
