package kz.paysandbox.gateway.http.kaspi;

import static kz.paysandbox.gateway.GatewayFixture.BIN;
import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;

/** Whose payments a token opens and sees. */
class ShopAccessIT {
    private static HttpAnswer shopCreate(GatewayFixture gateway, String token, String more) {
        return gateway.post(
                "/api/v1/kaspi/create", token, "{\"amount\":100.00,\"phone\":\"+7 701 000 00 01\"" + more + "}");
    }

    @Test
    void a_shop_that_is_named_is_the_payments_or_the_payment_is_unknown() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            String admin = gateway.admin();
            HttpAnswer made = shopCreate(gateway, owner, "");
            String id = made.text("/external_id");
            gateway.world().customer().confirm(id);
            for (String token : new String[] {owner, admin}) {
                for (String path : new String[] {
                    "/api/v1/kaspi/status/" + id,
                    "/api/v1/kaspi/details/" + id,
                    "/payments/kaspi/status/" + id,
                    "/api/v1/payments/" + made.text("/payment_id"),
                    "/api/v1/payments/" + made.text("/payment_id") + "/receipt",
                    "/api/v2/paymentkaspi/status/?externalId=" + id
                }) {
                    String more = path.contains("?") ? "&shop_id=" : "?shop_id=";
                    assertThat(gateway.get(path + more + "6", token).status())
                            .as(path)
                            .isEqualTo(404);
                    assertThat(gateway.get(path + more + "x", token).status())
                            .as(path)
                            .isEqualTo(400);
                    assertThat(gateway.get(path + more + "5", token).status())
                            .as(path)
                            .isEqualTo(200);
                }
                for (String path :
                        new String[] {"/api/v1/kaspi/refund", "/payments/kaspi/refund", "/api/v1/kaspi/cancel"}) {
                    String body = "{\"shop_id\":6,\"external_id\":\"" + id + "\",\"amount\":1}";
                    assertThat(gateway.post(path, token, body).status())
                            .as(path)
                            .isEqualTo(404);
                }
                assertThat(gateway.get("/api/v2/paymentkaspi/refund/?amount=1&externalId=" + id + "&shop_id=6", token)
                                .status())
                        .isEqualTo(404);
            }
            HttpAnswer nobody =
                    gateway.post("/api/v1/kaspi/refund", admin, "{\"external_id\":\"" + id + "\",\"amount\":1}");
            assertThat(nobody.text("/errors/0/field")).isEqualTo("shop_id");
            gateway.world().journal().verify(Map.of("endpoint", "r3 payment return"), 0);
        }
    }

    @Test
    void an_order_that_is_null_is_no_order() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.accept("kaspi.create.blind-retry");
            gateway.till(SHOP);
            String token = gateway.cashier(SHOP);
            String first = shopCreate(gateway, token, ",\"order_id\":null").text("/external_id");
            assertThat(shopCreate(gateway, token, ",\"order_id\":null").text("/external_id"))
                    .isNotEqualTo(first);
            String named = shopCreate(gateway, token, ",\"order_id\":\"17\"").text("/external_id");
            assertThat(shopCreate(gateway, token, ",\"order_id\":17").text("/external_id"))
                    .isEqualTo(named);
        }
    }

    @Test
    void roles_and_an_admins_token() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.accept("kaspi.create.blind-retry");
            String device = gateway.till(SHOP).device().value();
            String admin = gateway.admin();
            assertThat(shopCreate(gateway, admin, "").text("/errors/0/field")).isEqualTo("shop_id");
            assertThat(shopCreate(gateway, admin, ",\"shop_id\":\"5\"").status())
                    .isEqualTo(200);
            String wrapper = "/api/v2/paymentkaspi/create/?phone=87010000001&amount=100&organizationBin=" + BIN;
            assertThat(gateway.get(wrapper, admin).status()).isEqualTo(400);
            String id = gateway.get(wrapper + "&deviceToken=" + device, admin).text("/data/externalId");
            assertThat(gateway.get("/payments/kaspi/status/" + id, admin).status())
                    .isEqualTo(200);
            assertThat(gateway.get(wrapper + "&deviceToken=unknown", admin).status())
                    .isEqualTo(409);
            HttpAnswer cashier = gateway.post(
                    "/api/v1/kaspi/refund", gateway.cashier(SHOP), "{\"external_id\":\"" + id + "\",\"amount\":1}");
            assertThat(cashier.status()).isEqualTo(403);
            assertThat(cashier.text("/code")).isEqualTo("role_too_low");
        }
    }
}
