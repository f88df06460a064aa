package kz.paysandbox.gateway.http;

import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may call, and what passes through. */
class GateIT {
    private static HttpAnswer preflight(GatewayFixture gateway, String path, String origin) {
        return gateway.send(gateway.authorized(path, "")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @EnumSource
    void check_39_listed_origins_pass_and_lists_refuse_other_addresses(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(
                database,
                Map.of(
                        "kzpay.gateway.cors.origins", "https://shop.example",
                        "kzpay.gateway.admin.allowed-addresses", "10.0.0.0/8",
                        "kzpay.gateway.callback.allowed-addresses", "192.0.2.7"))) {
            gateway.till(SHOP);
            String path = "/api/v1/kaspi/create";
            HttpAnswer listed = preflight(gateway, path, "https://shop.example");
            assertThat(listed.status()).isEqualTo(204);
            assertThat(listed.header("Access-Control-Allow-Origin")).contains("https://shop.example");
            assertThat(listed.header("Access-Control-Allow-Headers").orElseThrow())
                    .contains("Idempotency-Key");
            HttpAnswer other = preflight(gateway, path, "https://shop.example.evil");
            assertThat(other.status()).isEqualTo(405);
            assertThat(other.header("Access-Control-Allow-Origin")).isEmpty();
            HttpAnswer called = gateway.send(gateway.authorized(path, gateway.cashier(SHOP))
                    .header("Origin", "https://shop.example")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"amount\":1,\"phone\":\"87010000001\"}")));
            assertThat(called.status()).isEqualTo(200);
            assertThat(called.header("Access-Control-Allow-Origin")).contains("https://shop.example");
            assertThat(preflight(gateway, "/admin/migrate", "https://shop.example")
                            .status())
                    .isEqualTo(405);
            String admin = gateway.admin();
            HttpAnswer refused = gateway.get("/admin/attention", admin);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/code")).isEqualTo("address_not_allowed");
            HttpAnswer forged = gateway.send(gateway.authorized("/admin/attention", admin)
                    .header("X-Forwarded-For", "10.0.0.1")
                    .GET());
            assertThat(forged.status()).isEqualTo(403);
            HttpAnswer callback = gateway.post("/api/v1/payments/callback", "", "{\"invoiceId\":\"300000000001\"}");
            assertThat(callback.status()).isEqualTo(403);
        }
    }

    @Test
    void a_trusted_proxy_is_believed_about_who_called_it() {
        try (GatewayFixture gateway = GatewayFixture.on(
                TestDatabase.H2,
                Map.of(
                        "kzpay.gateway.trusted-proxies", "127.0.0.1",
                        "kzpay.gateway.admin.allowed-addresses", "10.0.0.0/8"))) {
            String admin = gateway.admin();
            for (String chain : new String[] {"10.0.0.1", "203.0.113.1, 10.0.0.1", "10.0.0.1, 127.0.0.1"}) {
                assertThat(gateway.send(gateway.authorized("/admin/attention", admin)
                                        .header("X-Forwarded-For", chain)
                                        .GET())
                                .status())
                        .as(chain)
                        .isEqualTo(200);
            }
            for (String chain : new String[] {"203.0.113.1", "10.0.0.1, 203.0.113.1", "10.0.0.1, garbage", ""}) {
                assertThat(gateway.send(gateway.authorized("/admin/attention", admin)
                                        .header("X-Forwarded-For", chain)
                                        .GET())
                                .status())
                        .as(chain)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void request_ids_come_back_and_traces_go_on_to_the_bank() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
            HttpAnswer answer = gateway.send(gateway.authorized("/api/v1/kaspi/create", gateway.cashier(SHOP))
                    .header("X-Request-ID", "order-17")
                    .header("traceparent", trace)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"amount\":1,\"phone\":\"87010000001\"}")));
            assertThat(answer.header("X-Request-ID")).contains("order-17");
            gateway.world()
                    .journal()
                    .verify(Map.of("endpoint", "r3 remote create", "header", Map.of("traceparent", trace)), 1);
            HttpAnswer forged = gateway.send(gateway.authorized("/api/v1/kaspi/status/1", gateway.cashier(SHOP))
                    .header("X-Request-ID", "a b\u00e9")
                    .GET());
            assertThat(forged.header("X-Request-ID").orElseThrow()).isNotEqualTo("a b");
            assertThat(forged.text("/request_id"))
                    .isEqualTo(forged.header("X-Request-ID").orElseThrow());
        }
    }
}
