package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.webhook.ShopServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Card payments that nobody pays in their time, and those that are paid after it. */
class CardExpiryIT {
    private static final Duration LIFE = Duration.ofHours(2);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    @ParameterizedTest
    @EnumSource
    void check_28_an_unpaid_payment_expires_and_one_paid_at_the_last_look_is_completed(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            CardCustomer customer = new CardCustomer(fixture.world());
            customer.holdsCallbacks();
            String token = fixture.cashier("5");
            String unpaid = CardCustomer.opened(fixture, token, "").text("/payment_id");
            HttpAnswer paid = CardCustomer.opened(fixture, token, "");
            fixture.advance(LIFE.minusMinutes(1));
            fixture.runDue();
            assertThat(CardCustomer.kept(fixture, unpaid).status().word()).isEqualTo("pending");
            customer.pay(paid);
            fixture.advance(FIVE_MINUTES);
            fixture.runDue();
            assertThat(CardCustomer.kept(fixture, unpaid).status().word()).isEqualTo("expired");
            assertThat(CardCustomer.kept(fixture, paid.text("/payment_id"))
                            .status()
                            .word())
                    .isEqualTo("completed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_28_held_money_is_never_given_up(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.holding(database)) {
            CardCustomer customer = new CardCustomer(fixture.world());
            HttpAnswer opened = CardCustomer.opened(fixture, fixture.cashier("5"), "");
            customer.pay(opened);
            fixture.advance(LIFE.plus(FIVE_MINUTES));
            fixture.runDue();
            fixture.advance(FIVE_MINUTES);
            fixture.runDue();
            assertThat(CardCustomer.kept(fixture, opened.text("/payment_id"))
                            .status()
                            .word())
                    .isEqualTo("processing");
            assertThat(CardCustomer.kept(fixture, opened.text("/payment_id"))
                            .state()
                            .authorized())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_29_money_that_comes_after_the_end_completes_late(TestDatabase database) throws IOException {
        // shorter than the life of the bank's token
        Map<String, String> settings = Map.of(
                "kzpay.gateway.epay.life", "1h",
                "kzpay.gateway.webhook.allowed-networks", "127.0.0.0/8");
        try (GatewayFixture fixture = GatewayFixture.on(database, settings);
                ShopServer shop = ShopServer.plain(ShopServer.Answer.status(200))) {
            CardCustomer customer = new CardCustomer(fixture.world());
            HttpAnswer opened = CardCustomer.opened(fixture, fixture.cashier("5"), "");
            String id = opened.text("/payment_id");
            fixture.send(fixture.authorized("/admin/shops/5/webhook", fixture.admin())
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(
                            "{\"url\":\"http://127.0.0.1:" + shop.port() + "/told\"}")));
            fixture.advance(Duration.ofMinutes(59));
            fixture.runDue();
            fixture.advance(Duration.ofMinutes(1));
            fixture.runDue();
            assertThat(CardCustomer.kept(fixture, id).status().word()).isEqualTo("expired");
            fixture.advance(Duration.ofSeconds(3));
            customer.pay(opened);
            CardCustomer.await(fixture, id, "completed");
            assertThat(fixture.get("/api/v1/payments/" + id, fixture.owner("5")).text("/late"))
                    .isEqualTo("true");
            fixture.runDue();
            assertThat(shop.received().stream()
                            .map(ShopServer.Received::body)
                            .filter(body -> body.contains("\"payment.completed\"")))
                    .singleElement()
                    .asString()
                    .contains("\"late\":true", id);
        }
    }
}
