package kz.paysandbox.gateway.http.kaspi;

import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;

/** What each of the bank's codes is for a shop. */
class BankCodesIT {
    private record Told(long code, int status, String word) {}

    private static final List<Told> CREATE = List.of(
            new Told(-999, 503, "bank_unavailable"),
            new Told(-10000, 502, "bank_refuses_gateway"),
            new Told(-1401, 422, "bin_not_registered"),
            new Told(-1404, 400, "invalid_request"),
            new Told(-1501, 409, "device_not_found"),
            new Told(-1502, 409, "device_not_found"),
            new Told(-99000002, 409, "trade_point_inactive"),
            new Told(990000018, 409, "trade_point_inactive"),
            new Told(990000026, 409, "trade_point_inactive"),
            new Told(990000033, 409, "trade_point_inactive"),
            new Told(990000028, 400, "invalid_request"),
            new Told(990000029, 422, "customer_not_invoiceable"),
            new Told(990000032, 422, "customer_not_invoiceable"),
            new Told(99000010, 422, "customer_not_invoiceable"),
            new Told(-123456, 502, "bank_refused"));

    private static final List<Told> REFUND = List.of(
            new Told(-1601, 404, "payment_not_found"),
            new Told(-99000001, 404, "payment_not_found"),
            new Told(-99000003, 422, "other_trade_point"),
            new Told(-99000005, 422, "refund_too_large"),
            new Told(-99000006, 502, "bank_refund_failed"),
            new Told(-99000011, 409, "not_refundable"),
            new Told(-99000020, 422, "partial_refund_impossible"));

    /** Codes that the document does not explain as a refusal: nobody knows what became of the refund. */
    private static final List<Long> UNPROVEN = List.of(-999L, -1401L, -1404L, 99000010L, 990000029L, -777L);

    private static void told(HttpAnswer answer, Told told) {
        assertThat(answer.status()).as(told.code() + ": " + answer.body()).isEqualTo(told.status());
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.text("/code")).isEqualTo(told.word());
        if (told.code() != -10000) {
            assertThat(answer.json().at("/bank_code").asLong()).isEqualTo(told.code());
        }
        assertThat(answer.text("/request_id"))
                .isEqualTo(answer.header("X-Request-ID").orElseThrow());
    }

    @Test
    void check_12_each_code_of_the_bank_is_told_in_its_own_words() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            String create = "{\"amount\":100,\"phone\":\"87010000001\"}";
            for (Told told : CREATE) {
                gateway.world().faults().statusCode("r3 remote create", told.code());
                told(gateway.post("/api/v1/kaspi/create", owner, create), told);
                gateway.world().faults().clear();
            }
            String id = gateway.post("/api/v1/kaspi/create", owner, create).text("/external_id");
            gateway.world().customer().confirm(id);
            assertThat(gateway.get("/api/v1/kaspi/status/" + id, owner).text("/status"))
                    .isEqualTo("Processed");
            String refund = "{\"external_id\":\"" + id + "\",\"amount\":10}";
            for (Told told : REFUND) {
                gateway.world().faults().statusCode("r3 payment return", told.code());
                told(gateway.post("/api/v1/kaspi/refund", owner, refund), told);
                gateway.world().faults().clear();
            }
            gateway.world().faults().statusCode("r3 payment return", -99000011);
            HttpAnswer wrapper = gateway.get("/api/v2/paymentkaspi/refund?externalId=" + id + "&amount=10", owner);
            assertThat(wrapper.status()).isEqualTo(404);
            assertThat(wrapper.text("/error/code")).isEqualTo("-99000011");
        }
    }

    @Test
    void check_12_a_code_that_proves_nothing_leaves_a_refund_unknown_until_its_age() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            for (long code : UNPROVEN) {
                String id = gateway.post("/api/v1/kaspi/create", owner, "{\"amount\":100,\"phone\":\"87010000001\"}")
                        .text("/external_id");
                gateway.world().customer().confirm(id);
                assertThat(gateway.get("/api/v1/kaspi/status/" + id, owner).text("/status"))
                        .isEqualTo("Processed");
                String refund = "{\"external_id\":\"" + id + "\",\"amount\":10}";
                gateway.world().faults().statusCode("r3 payment return", code);
                HttpAnswer unknown = gateway.post("/api/v1/kaspi/refund", owner, refund);
                assertThat(unknown.status()).as(code + ": " + unknown.body()).isEqualTo(202);
                assertThat(unknown.text("/status")).isEqualTo("unknown");
                gateway.world().faults().clear();
                assertThat(gateway.post("/api/v1/kaspi/refund", owner, refund).text("/code"))
                        .isEqualTo("operation_in_progress");
                for (int look = 0; look < 3; look++) {
                    gateway.advance(Duration.ofMinutes(15));
                    gateway.runDue();
                }
                assertThat(gateway.post("/api/v1/kaspi/refund", owner, refund).status())
                        .as("after " + code)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void a_bank_that_answers_nonsense_or_nothing_is_no_fault_of_the_gateways() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.accept("kaspi.create.blind-retry");
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            String create = "{\"amount\":100,\"phone\":\"87010000001\"}";
            for (Map<String, ?> then : List.<Map<String, ?>>of(
                    Map.of("http", 500),
                    Map.of("http", 404),
                    Map.of("http", 429),
                    Map.of("http", 403),
                    Map.of("body", "malformed"),
                    Map.of("body", "html"),
                    Map.of("body", "empty"),
                    Map.of("body", "truncated"),
                    Map.of("reset", true),
                    Map.of("drop", "before"),
                    Map.of("drop", "after"))) {
                gateway.world().faults().add(Map.of("when", Map.of("endpoint", "r3 remote create"), "then", then));
                HttpAnswer answer = gateway.post("/api/v1/kaspi/create", owner, create);
                assertThat(answer.status()).as(then + " " + answer.body()).isIn(202, 429, 502, 503);
                if (answer.status() == 202) {
                    assertThat(answer.text("/status")).isEqualTo("unknown");
                    assertThat(answer.header("Location").orElseThrow())
                            .isEqualTo("/api/v1/payments/" + answer.text("/payment_id"));
                }
                gateway.world().faults().clear();
            }
        }
    }
}
