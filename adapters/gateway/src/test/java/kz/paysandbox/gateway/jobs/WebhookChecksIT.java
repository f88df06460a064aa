package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.EndpointTable;
import kz.paysandbox.gateway.webhook.ShopServer;
import kz.paysandbox.gateway.webhook.WebhookSecret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a shop is told, over real sockets. */
class WebhookChecksIT {
    private static final Map<String, String> LOOPBACK = Map.of("kzpay.gateway.webhook.allowed-networks", "127.0.0.0/8");

    private static String told(GatewayFixture fixture, String url) {
        String secret = WebhookSecret.make(new SecureRandom());
        fixture.gateway().database().transaction(sql -> {
            fixture.gateway()
                    .database()
                    .tables()
                    .webhooks()
                    .endpoints()
                    .put(sql, GatewayFixture.SHOP, url, secret, Optional.empty());
            return true;
        });
        return secret;
    }

    private static Payment paid(GatewayFixture fixture, Shop shop) {
        Payment payment = shop.opened(PaymentKind.QR);
        shop.pays(payment);
        fixture.advance(Duration.ofSeconds(5));
        fixture.runDue();
        assertThat(shop.status(payment)).isEqualTo("completed");
        return payment;
    }

    private static void verify(String secret, ShopServer.Received message) throws Exception {
        new Webhook(secret)
                .verify(
                        message.body(),
                        HttpHeaders.of(
                                Map.of(
                                        "webhook-id", List.of(message.header("Webhook-id")),
                                        "webhook-timestamp", List.of(message.header("Webhook-timestamp")),
                                        "webhook-signature", List.of(message.header("Webhook-signature"))),
                                (name, value) -> true));
    }

    @ParameterizedTest
    @EnumSource
    void check_36_the_public_library_verifies_what_a_shop_is_told(TestDatabase database) throws Exception {
        try (GatewayFixture fixture = GatewayFixture.on(database, LOOPBACK);
                ShopServer server = ShopServer.plain(ShopServer.Answer.status(200))) {
            Shop shop = Shop.at(fixture);
            String secret = told(fixture, "http://127.0.0.1:" + server.port() + "/hooks");
            Payment payment = paid(fixture, shop);
            shop.refunded(payment, 40);
            fixture.runDue();
            assertThat(server.received()).hasSize(2);
            for (ShopServer.Received message : server.received()) {
                verify(secret, message);
            }
            assertThat(server.received().get(0).body())
                    .contains("\"type\":\"payment.completed\"", payment.id(), "\"amount\":100");
            assertThat(server.received().get(1).body())
                    .contains("\"type\":\"refund.applied\"", "\"refund_amount\":40", "\"refund_state\":\"applied\"");
            assertThat(server.received().get(0).header("Webhook-id"))
                    .startsWith("msg_")
                    .isNotEqualTo(server.received().get(1).header("Webhook-id"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_36_a_shop_that_answers_500_is_told_again_under_the_same_id(TestDatabase database) throws Exception {
        AtomicInteger status = new AtomicInteger(500);
        try (GatewayFixture fixture = GatewayFixture.on(database, LOOPBACK);
                ShopServer server = ShopServer.plain(exchange -> exchange.sendResponseHeaders(status.get(), -1))) {
            Shop shop = Shop.at(fixture);
            told(fixture, "http://127.0.0.1:" + server.port() + "/hooks");
            paid(fixture, shop);
            assertThat(server.received()).hasSize(1);
            fixture.advance(Duration.ofSeconds(59));
            fixture.runDue();
            assertThat(server.received()).hasSize(1);
            fixture.advance(Duration.ofSeconds(1));
            fixture.runDue();
            assertThat(server.received()).hasSize(2);
            fixture.restart();
            status.set(200);
            fixture.advance(Duration.ofMinutes(5).minusSeconds(1));
            fixture.runDue();
            assertThat(server.received()).hasSize(2);
            fixture.advance(Duration.ofSeconds(1));
            fixture.runDue();
            assertThat(server.received()).hasSize(3);
            assertThat(server.received())
                    .extracting(message -> message.header("Webhook-id"))
                    .containsOnly(server.received().get(0).header("Webhook-id"));
            fixture.advance(Duration.ofDays(1));
            fixture.runDue();
            assertThat(server.received()).hasSize(3);
            assertThat(shop.attention()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_36_after_the_last_try_a_person_is_asked_and_the_next_message_goes(TestDatabase database)
            throws Exception {
        AtomicInteger status = new AtomicInteger(500);
        try (GatewayFixture fixture = GatewayFixture.on(database, LOOPBACK);
                ShopServer server = ShopServer.plain(exchange -> exchange.sendResponseHeaders(status.get(), -1))) {
            Shop shop = Shop.at(fixture);
            told(fixture, "http://127.0.0.1:" + server.port() + "/hooks");
            paid(fixture, shop);
            paid(fixture, shop);
            assertThat(Backoff.USUAL.pauses())
                    .containsExactly(
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(15),
                            Duration.ofHours(1),
                            Duration.ofHours(6));
            int tries = 1;
            for (Duration pause : Backoff.USUAL.pauses()) {
                assertThat(shop.attention()).isEmpty();
                // the second payment came five seconds after the first
                fixture.advance(pause.minusSeconds(6));
                fixture.runDue();
                assertThat(server.received()).hasSize(tries);
                fixture.advance(Duration.ofSeconds(6));
                fixture.runDue();
                tries++;
            }
            assertThat(shop.attention()).hasSize(1);
            assertThat(shop.attention().get(0).subject().kind()).isEqualTo(AttentionKind.WEBHOOK);
            assertThat(server.received()).hasSize(7);
            status.set(200);
            fixture.advance(Duration.ofHours(6));
            fixture.runDue();
            assertThat(server.received()).hasSize(8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_36_redirects_and_private_addresses_are_refused(TestDatabase database) throws Exception {
        try (ShopServer server = ShopServer.plain(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
        })) {
            try (GatewayFixture fixture = GatewayFixture.on(database, LOOPBACK)) {
                told(fixture, "http://127.0.0.1:" + server.port() + "/hooks");
                paid(fixture, Shop.at(fixture));
                assertThat(server.received()).hasSize(1);
                assertThat(lastError(fixture)).contains("the shop answered 302");
            }
            try (GatewayFixture fixture = GatewayFixture.on(database)) {
                told(fixture, "https://localhost:" + server.port() + "/hooks");
                paid(fixture, Shop.at(fixture));
                assertThat(server.received()).hasSize(1);
                assertThat(lastError(fixture)).contains("the host's address is not a public one");
            }
        }
    }

    @Test
    void messages_that_waited_for_an_address_are_found_by_the_sweep() throws Exception {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2, LOOPBACK);
                ShopServer server = ShopServer.plain(ShopServer.Answer.status(200))) {
            Shop shop = Shop.at(fixture);
            String url = "http://127.0.0.1:" + server.port() + "/hooks";
            told(fixture, "http://127.0.0.1:1/");
            paid(fixture, shop);
            EndpointTable endpoints =
                    fixture.gateway().database().tables().webhooks().endpoints();
            fixture.gateway().database().<Boolean>transaction(sql -> endpoints.remove(sql, GatewayFixture.SHOP));
            fixture.advance(Duration.ofMinutes(1));
            fixture.runDue();
            told(fixture, url);
            fixture.advance(Duration.ofMinutes(5));
            fixture.runDue();
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void a_shop_that_was_given_up_is_told_again_when_a_person_says_so() throws Exception {
        AtomicInteger status = new AtomicInteger(500);
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.H2, LOOPBACK);
                ShopServer server = ShopServer.plain(exchange -> exchange.sendResponseHeaders(status.get(), -1))) {
            Shop shop = Shop.at(fixture);
            String admin = fixture.admin();
            String address = "{\"url\":\"http://127.0.0.1:" + server.port() + "/hooks\"}";
            assertThat(fixture.send(fixture.authorized("/admin/shops/5/webhook", admin)
                                    .header("Content-Type", "application/json")
                                    .PUT(HttpRequest.BodyPublishers.ofString(address)))
                            .status())
                    .isEqualTo(200);
            paid(fixture, shop);
            for (Duration pause : Backoff.USUAL.pauses()) {
                fixture.advance(pause);
                fixture.runDue();
            }
            assertThat(server.received()).hasSize(6);
            paid(fixture, shop);
            assertThat(server.received()).hasSize(7);
            status.set(200);
            assertThat(fixture.post("/admin/shops/5/webhook/retry", admin, "{}").body())
                    .contains("\"retried\":1");
            fixture.runDue();
            assertThat(server.received()).hasSize(9);
        }
    }

    private static String lastError(GatewayFixture fixture) {
        return fixture.gateway()
                .database()
                .transaction(sql -> sql.first("select last_error from webhook", row -> row.getString(1)))
                .orElse("");
    }
}
