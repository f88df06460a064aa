package kz.paysandbox.adapters.merchant;

import static kz.paysandbox.adapters.merchant.Scene.FIRST;
import static kz.paysandbox.adapters.merchant.Scene.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.merchant.BinSelection.NoSuchBin;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New payments at a row that the caller names. */
class MerchantTillTest {
    private static final Tenge PRICE = Tenge.of(200);
    private static final Phone PHONE = Phone.parse("87010000001");

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void the_named_row_is_taken_also_where_another_row_of_its_bin_is_older_or_the_default(TestSource kind) {
        Scene scene = Scene.on(kind);
        scene.registered(FIRST, 1, "token-a");
        ShopConfig second = scene.registered(FIRST, 2, "token-b");
        MerchantTill till = scene.merchant.at(second);
        scene.bank.answers(Scene.qr(15));
        QrPayment payment = till.createQr(PRICE, "order-1").orThrow();
        assertThat(payment.till()).isEqualTo(second.till());
        assertThat(scene.bank.lastBody()).contains("180340021791", "token-b", "order-1");
        scene.bank.answers("{\"StatusCode\":0,\"Data\":{\"PaymentLink\":\"https://pay.example/5\",\"PaymentId\":16,"
                + "\"ExpireDate\":\"2026-11-21T14:03:00.000+05:00\",\"PaymentMethods\":[\"Gold\"]}}");
        assertThat(till.createLink(PRICE, "order-2").orThrow().id()).isEqualTo(16);
        assertThat(scene.bank.lastBody()).contains("token-b", "order-2");
        scene.bank.answers(Scene.invoice(17));
        assertThat(till.invoice(PHONE, PRICE, "order-3", Optional.of("Two books"))
                        .orThrow()
                        .id())
                .isEqualTo(17);
        assertThat(scene.bank.lastBody()).contains("token-b", "Two books");
        assertThat(scene.merchant.log().last(SHOP, 10))
                .extracting(LogEntry::configId, LogEntry::kind)
                .containsExactly(
                        tuple(second.id(), Optional.of("invoice")),
                        tuple(second.id(), Optional.of("link")),
                        tuple(second.id(), Optional.of("qr")));
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_UNPOOLED", "POSTGRES_POOLED"})
    void a_repeated_order_gives_the_first_ones_answer_at_its_own_row_only(TestSource kind) {
        Scene scene = Scene.on(kind);
        ShopConfig first = scene.registered(FIRST, 1, "token-a");
        ShopConfig second = scene.registered(FIRST, 2, "token-b");
        scene.bank.answers(Scene.qr(15)).answers(Scene.status("QrTokenCreated"));
        QrPayment payment = scene.merchant.at(second).createQr(PRICE, "order-1").orThrow();
        assertThat(scene.merchant.at(second).createQr(PRICE, "order-1").orThrow())
                .isEqualTo(payment);
        scene.bank.answers(Scene.status("QrTokenCreated"));
        assertThatThrownBy(() -> scene.merchant.at(first).createQr(PRICE, "order-1"))
                .isInstanceOf(OrderConflict.class)
                .hasMessageContaining("row " + second.id() + " of payment_config, not " + first.id());
        assertThat(scene.bank.posts("qr/create")).isEqualTo(1);
    }

    @Test
    void what_an_order_was_given_is_told_without_asking_the_bank() {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        MerchantTill till = scene.merchant.at(scene.registered(FIRST, 1, "token-a"));
        assertThat(till.openedQr("order-1")).isEmpty();
        scene.bank.answers(Scene.qr(15));
        QrPayment payment = till.createQr(PRICE, "order-1").orThrow();
        assertThat(till.openedQr("order-1")).contains(payment);
        assertThat(till.openedLink("order-1")).isEmpty();
    }

    @Test
    void an_order_that_ended_unpaid_may_be_opened_at_another_row() {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        ShopConfig first = scene.registered(FIRST, 1, "token-a");
        ShopConfig second = scene.registered(FIRST, 2, "token-b");
        scene.bank.answers(Scene.qr(15)).answers(Scene.status("Error")).answers(Scene.qr(16));
        scene.merchant.at(first).createQr(PRICE, "order-1").orThrow();
        assertThat(scene.merchant
                        .at(second)
                        .createQr(PRICE, "order-1")
                        .orThrow()
                        .id())
                .isEqualTo(16);
    }

    @Test
    void a_row_that_is_switched_off_or_another_shops_opens_nothing() {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        scene.registered(FIRST, 1, "token-a");
        ShopConfig second = scene.registered(FIRST, 2, "token-b");
        MerchantTill till = scene.merchant.at(second);
        scene.bank.answers(Scene.qr(15)).answers(Scene.status("QrTokenCreated"));
        till.createQr(PRICE, "order-1").orThrow();
        scene.merchant.configs().setActive(second, false);
        int asked = scene.bank.requests().size();
        assertThatThrownBy(() -> till.createQr(PRICE, "order-2"))
                .isInstanceOf(NoSuchBin.class)
                .hasMessageContaining("row " + second.id());
        assertThat(scene.bank.requests()).hasSize(asked);
        assertThat(till.createQr(PRICE, "order-1").orThrow().id()).isEqualTo(15);
        ShopConfig stranger = new ShopConfig(
                second.id(), "shoes", FIRST, 2, "till", DeviceToken.of("x"), true, false, "", Optional.empty());
        assertThatThrownBy(() -> scene.merchant.at(stranger).createQr(PRICE, "order-3"))
                .isInstanceOf(NoSuchBin.class);
    }

    @Test
    void the_rows_token_is_read_at_the_call() {
        Scene scene = Scene.on(TestSource.H2_UNPOOLED);
        MerchantTill till = scene.merchant.at(scene.registered(FIRST, 1, "token-a"));
        scene.registered(FIRST, 1, "token-b");
        scene.bank.answers(Scene.qr(15));
        till.createQr(PRICE, "order-1").orThrow();
        assertThat(scene.bank.lastBody()).contains("token-b").doesNotContain("token-a");
    }
}
