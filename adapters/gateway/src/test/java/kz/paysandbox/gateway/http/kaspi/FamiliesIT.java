package kz.paysandbox.gateway.http.kaspi;

import static kz.paysandbox.gateway.GatewayFixture.BIN;
import static kz.paysandbox.gateway.GatewayFixture.OTHER_BIN;
import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Families B and C from outside. */
class FamiliesIT {
    private static final String CREATE =
            "{\"shop_id\":5,\"amount\":100,\"phone\":\"87010000001\",\"message\":\"Order #1\"}";

    private static HttpAnswer shopCreate(GatewayFixture gateway, String token, String more) {
        return gateway.post(
                "/api/v1/kaspi/create", token, "{\"amount\":100.00,\"phone\":\"+7 701 000 00 01\"" + more + "}");
    }

    @ParameterizedTest
    @EnumSource
    void check_07_a_create_of_a_shop_uses_its_default(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            gateway.till(SHOP, OTHER_BIN, 101);
            HttpAnswer answer = gateway.post("/payments/kaspi/create", gateway.cashier(SHOP), CREATE);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.text("/organization_bin")).isEqualTo(BIN);
            assertThat(answer.json().at("/external_id").isTextual()).isTrue();
            gateway.world()
                    .journal()
                    .verify(Map.of("endpoint", "r3 remote create", "body", Map.of("OrganizationBin", BIN)), 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_08_another_shops_token_opens_nothing_and_sees_nothing(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            gateway.till("6", OTHER_BIN, 101);
            String other = gateway.owner("6");
            HttpAnswer create = gateway.post("/payments/kaspi/create", other, CREATE);
            assertThat(create.status()).isEqualTo(403);
            assertThat(create.text("/code")).isEqualTo("wrong_shop");
            String id = gateway.post("/payments/kaspi/create", gateway.cashier(SHOP), CREATE)
                    .text("/external_id");
            assertThat(gateway.get("/payments/kaspi/status/" + id, other).status())
                    .isEqualTo(404);
            HttpAnswer refund = gateway.post(
                    "/payments/kaspi/refund", other, "{\"shop_id\":5,\"external_id\":" + id + ",\"amount\":50}");
            assertThat(refund.status()).isEqualTo(404);
            assertThat(refund.text("/code")).isEqualTo("payment_not_found");
            assertThat(gateway.get("/api/v1/kaspi/status/" + id, other).status())
                    .isEqualTo(404);
            assertThat(gateway.get("/api/v1/kaspi/status/none", other).status()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_09_the_bin_asked_for_is_used_or_refused(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            var second = gateway.till(SHOP, OTHER_BIN, 101);
            gateway.till("6", BIN, 2);
            String token = gateway.cashier(SHOP);
            assertThat(shopCreate(gateway, token, "").text("/organization_bin")).isEqualTo(BIN);
            assertThat(shopCreate(gateway, token, ",\"organization_bin\":\"" + OTHER_BIN + "\"")
                            .text("/organization_bin"))
                    .isEqualTo(OTHER_BIN);
            HttpAnswer foreign =
                    shopCreate(gateway, gateway.cashier("6"), ",\"organization_bin\":\"" + OTHER_BIN + "\"");
            assertThat(foreign.status()).isEqualTo(403);
            assertThat(foreign.text("/code")).isEqualTo("bin_not_allowed");
            HttpAnswer elevenDigits = shopCreate(gateway, token, ",\"organization_bin\":\"99034000001\"");
            assertThat(elevenDigits.status()).isEqualTo(400);
            assertThat(elevenDigits.text("/errors/0/field")).isEqualTo("organization_bin");
            gateway.world()
                    .journal()
                    .verify(Map.of("endpoint", "r3 remote create", "body", Map.of("OrganizationBin", BIN)), 1);
            gateway.world()
                    .journal()
                    .verify(Map.of("endpoint", "r3 remote create", "body", Map.of("OrganizationBin", OTHER_BIN)), 1);
            gateway.gateway().useCases().banks().merchant().configs().setActive(second, false);
            HttpAnswer inactive = shopCreate(gateway, token, ",\"organization_bin\":\"" + OTHER_BIN + "\"");
            assertThat(inactive.status()).isEqualTo(409);
            assertThat(inactive.text("/code")).isEqualTo("no_active_configuration");
            gateway.world().journal().verify(Map.of("endpoint", "r3 remote create"), 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_10_a_refund_for_another_bin_is_refused_before_the_bank_is_asked(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            gateway.till(SHOP, OTHER_BIN, 101);
            String owner = gateway.owner(SHOP);
            String id = shopCreate(gateway, owner, "").text("/external_id");
            gateway.world().customer().confirm(id);
            HttpAnswer answer = gateway.post(
                    "/api/v1/kaspi/refund",
                    owner,
                    "{\"external_id\":\"" + id + "\",\"amount\":50,\"organization_bin\":\"" + OTHER_BIN + "\"}");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text("/code")).isEqualTo("bad_bin");
            gateway.world().journal().verify(Map.of("endpoint", "r3 payment return"), 0);
            gateway.world().journal().verify(Map.of("endpoint", "r3 payment status"), 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_11_a_payment_is_refunded_by_its_own_till(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP, BIN, 1);
            String second = gateway.till(SHOP, BIN, 2).device().value();
            String owner = gateway.owner(SHOP);
            String id = gateway.send(gateway.authorized(
                                    "/api/v2/paymentkaspi/create/?phone=87010000001&amount=100&deviceToken=" + second,
                                    owner)
                            .GET())
                    .text("/data/externalId");
            gateway.world().customer().confirm(id);
            HttpAnswer refund = gateway.post(
                    "/api/v1/kaspi/refund", owner, "{\"external_id\":\"" + id + "\",\"amount\":\"100.00\"}");
            assertThat(refund.status()).as(refund.body()).isEqualTo(200);
            assertThat(refund.json().at("/success").asBoolean()).isTrue();
            assertThat(refund.json().at("/refunded_amount").decimalValue()).isEqualByComparingTo("100");
            assertThat(refund.json().at("/available_amount").decimalValue()).isEqualByComparingTo("0");
            gateway.world().journal().verify(Map.of("endpoint", "r3 payment return"), 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_21_refunds_that_come_together_give_back_no_more_than_was_paid(TestDatabase database) {
        ExecutorService pool = Executors.newFixedThreadPool(50);
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            String id = shopCreate(gateway, owner, "").text("/external_id");
            gateway.world().customer().confirm(id);
            gateway.get("/api/v1/kaspi/status/" + id, owner);
            String refund = "{\"external_id\":\"" + id + "\",\"amount\":30}";
            List<HttpAnswer> answers = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> gateway.post("/api/v1/kaspi/refund", owner, refund), pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).allMatch(answer -> List.of(200, 409, 422).contains(answer.status()));
            int applied = (int)
                    answers.stream().filter(answer -> answer.status() == 200).count();
            assertThat(applied).isBetween(1, 3);
            gateway.world().journal().verify(Map.of("endpoint", "r3 payment return"), applied);
            assertThat(gateway.get("/api/v1/kaspi/details/" + id, owner)
                            .json()
                            .at("/available_amount")
                            .decimalValue())
                    .isEqualByComparingTo(Integer.toString(100 - 30 * applied));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_code_a_withdrawal_details_and_the_customers_name() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            HttpAnswer code = gateway.post("/api/v1/kaspi/create-qr", owner, "{\"amount\":1e2}");
            assertThat(code.status()).as(code.body()).isEqualTo(200);
            assertThat(code.text("/qr_token")).isNotBlank();
            assertThat(code.text("/expire_date")).matches("[0-9T:.-]+\\+05:00");
            String id = shopCreate(gateway, owner, "").text("/external_id");
            assertThat(gateway.get("/api/v1/kaspi/details/" + id, owner).text("/code"))
                    .isEqualTo("not_completed");
            HttpAnswer cancel = gateway.post("/api/v1/kaspi/cancel", owner, "{\"external_id\":\"" + id + "\"}");
            assertThat(cancel.status()).as(cancel.body()).isEqualTo(200);
            assertThat(cancel.text("/status")).isEqualTo("RemotePaymentCanceled");
            HttpAnswer again = gateway.post("/api/v1/kaspi/cancel", owner, "{\"external_id\":\"" + id + "\"}");
            assertThat(again.status()).isEqualTo(409);
            HttpAnswer name = gateway.get("/api/v1/kaspi/client-info?phone=87010000001", owner);
            assertThat(name.text("/client_name")).isNotBlank();
            HttpAnswer nobody = gateway.get("/api/v1/kaspi/client-info?phone=87010000404", owner);
            assertThat(nobody.status()).isEqualTo(422);
            assertThat(nobody.text("/code")).isEqualTo("customer_not_invoiceable");
        }
    }

    @Test
    void the_51st_look_up_of_a_minute_is_429() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String token = gateway.cashier(SHOP);
            for (int i = 0; i < 50; i++) {
                assertThat(gateway.get("/api/v1/kaspi/client-info?phone=87010000001", token)
                                .status())
                        .isEqualTo(200);
            }
            HttpAnswer more = gateway.get("/api/v1/kaspi/client-info?phone=87010000001", token);
            assertThat(more.status()).isEqualTo(429);
            assertThat(more.header("Retry-After")).contains("60");
            gateway.advance(Duration.ofSeconds(61));
            assertThat(gateway.get("/api/v1/kaspi/client-info?phone=87010000001", token)
                            .status())
                    .isEqualTo(200);
        }
    }
}
