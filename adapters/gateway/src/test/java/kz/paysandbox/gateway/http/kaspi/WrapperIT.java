package kz.paysandbox.gateway.http.kaspi;

import static kz.paysandbox.gateway.GatewayFixture.OTHER_BIN;
import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Family A from outside. */
class WrapperIT {
    private static final String BASE = "/api/v2/paymentkaspi/";

    private static HttpAnswer get(GatewayFixture gateway, String call, String token) {
        return gateway.send(gateway.authorized(
                        BASE
                                + call
                                + (call.contains("?") ? "&" : "?")
                                + (token.isEmpty() ? "" : "access_token=" + token),
                        "")
                .GET());
    }

    private static JsonNode data(String answer) {
        try {
            return new JsonMapper().readTree(answer);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer, e);
        }
    }

    private static String paidInvoice(GatewayFixture gateway, String token) {
        String id = get(gateway, "create/?phone=87010000001&amount=100", token).text("/data/externalId");
        gateway.world().customer().confirm(id);
        return id;
    }

    @ParameterizedTest
    @EnumSource
    void check_01_an_invoice_by_get_is_one_invoice_at_the_bank(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            HttpAnswer answer =
                    get(gateway, "create/?phone=77010000001&amount=100.50&message=Order%20%231", gateway.cashier(SHOP));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().at("/status").asBoolean()).isTrue();
            assertThat(answer.json().at("/http_code").asInt()).isEqualTo(200);
            assertThat(answer.text("/data/status")).isEqualTo("Wait");
            assertThat(answer.json().at("/data/externalId").isTextual()).isTrue();
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Deprecation")).isPresent();
            gateway.world()
                    .journal()
                    .verify(
                            Map.of(
                                    "endpoint",
                                    "r3 remote create",
                                    "body",
                                    Map.of("PhoneNumber", "87010000001", "Amount", 100.5, "Comment", "Order #1")),
                            1);
            gateway.world().journal().verify(Map.of("endpoint", "r3 remote create"), 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_02_without_a_good_token_nothing_happens(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            int calls = gateway.world().journal().entries().size();
            for (String token : new String[] {"", "wrong", "kzpay_" + "A".repeat(43)}) {
                HttpAnswer answer = get(gateway, "create/?phone=87010000001&amount=100", token);
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.json().at("/status").asBoolean()).isFalse();
                assertThat(answer.text("/error/code")).isEqualTo("unauthorized");
                assertThat(answer.json().at("/http_code").asInt()).isEqualTo(401);
            }
            assertThat(gateway.world().journal().entries()).hasSize(calls);
            long rows = gateway.gateway()
                    .database()
                    .<Long>transaction(sql -> sql.first("select count(*) as c from payment", row -> row.getLong("c"))
                            .orElseThrow());
            assertThat(rows).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_03_a_link_is_the_banks_and_its_status_follows_the_customer(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            String token = gateway.cashier(SHOP);
            HttpAnswer answer = gateway.send(gateway.authorized(BASE + "create-link", token)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("amount=100")));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            String id = answer.text("/data/paymentId");
            JsonNode bank = data(gateway.world()
                    .journal()
                    .entries("r3 qr create-link")
                    .get(0)
                    .answer());
            assertThat(id).isEqualTo(bank.at("/Data/PaymentId").asText());
            // the sandbox's journal has a stand-in for the link itself
            assertThat(answer.text("/data/paymentLink")).matches("https://[a-z.]+/pay/[0-9]+");
            assertThat(bank.at("/Data/PaymentLink").asText()).isNotBlank();
            assertThat(answer.text("/data/expireDate"))
                    .isEqualTo(bank.at("/Data/ExpireDate").asText());
            gateway.world().customer().scan(id);
            gateway.advance(Duration.ofSeconds(6));
            assertThat(get(gateway, "status/?externalId=" + id, token).text("/data/status"))
                    .isIn("Wait", "RemotePaymentCreated");
            gateway.world().customer().confirm(id);
            gateway.advance(Duration.ofSeconds(6));
            assertThat(get(gateway, "status/?externalId=" + id, token).text("/data/status"))
                    .isEqualTo("Processed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_04_a_device_of_another_bin_is_403_and_other_methods_are_405(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            String other = gateway.till(SHOP, OTHER_BIN, 101).device().value();
            String token = gateway.cashier(SHOP);
            HttpAnswer answer = get(
                    gateway,
                    "create/?phone=87010000001&amount=100&organizationBin=" + GatewayFixture.BIN + "&deviceToken="
                            + other,
                    token);
            assertThat(answer.status()).as(answer.body()).isEqualTo(403);
            assertThat(answer.text("/error/code")).isEqualTo("device_not_of_bin");
            for (String method : new String[] {"HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"}) {
                assertThat(gateway.send(gateway.authorized(BASE + "create/?phone=87010000001&amount=100", token)
                                        .method(method, BodyPublishers.noBody()))
                                .status())
                        .as(method)
                        .isEqualTo(405);
            }
            gateway.world().journal().verify(Map.of("endpoint", "r3 remote create"), 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_05_two_halves_are_refunded_and_a_third_is_not(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            String id = paidInvoice(gateway, owner);
            HttpAnswer first = get(gateway, "refund/?amount=50&externalId=" + id, owner);
            assertThat(first.status()).as(first.body()).isEqualTo(200);
            assertThat(first.json().at("/data/refundedAmount").decimalValue()).isEqualByComparingTo("50");
            HttpAnswer second = get(gateway, "refund/?amount=50&externalId=" + id, owner);
            assertThat(second.json().at("/data/returnOperationId").asLong())
                    .isPositive()
                    .isNotEqualTo(first.json().at("/data/returnOperationId").asLong());
            HttpAnswer third = get(gateway, "refund/?amount=50&externalId=" + id, owner);
            assertThat(third.status()).isEqualTo(422);
            assertThat(third.text("/error/code")).isEqualTo("refund_too_large");
            HttpAnswer details = gateway.get("/api/v1/kaspi/details/" + id, owner);
            assertThat(details.json().at("/available_amount").decimalValue()).isEqualByComparingTo("0");
            gateway.world().journal().verify(Map.of("endpoint", "r3 payment return"), 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_06_an_unpaid_payment_is_not_refunded_and_the_bank_is_not_asked_to(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            String id =
                    get(gateway, "create/?phone=87010000001&amount=100", owner).text("/data/externalId");
            HttpAnswer wrapper = get(gateway, "refund/?amount=50&externalId=" + id, owner);
            assertThat(wrapper.status()).isEqualTo(404);
            assertThat(wrapper.text("/error/code")).isEqualTo("not_refundable");
            HttpAnswer payments = gateway.post(
                    "/payments/kaspi/refund", owner, "{\"shop_id\":5,\"external_id\":\"" + id + "\",\"amount\":50}");
            assertThat(payments.status()).isEqualTo(409);
            assertThat(payments.text("/code")).isEqualTo("not_refundable");
            gateway.world().journal().verify(Map.of("endpoint", "r3 payment return"), 0);
        }
    }
}
