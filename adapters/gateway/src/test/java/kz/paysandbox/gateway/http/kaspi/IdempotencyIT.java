package kz.paysandbox.gateway.http.kaspi;

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

/** Calls with an Idempotency-Key. */
class IdempotencyIT {
    private static final String CREATE = "/api/v1/kaspi/create";
    private static final String BODY = "{\"amount\":100,\"phone\":\"87010000001\"}";

    private static HttpAnswer create(GatewayFixture gateway, String token, String body, String key) {
        return gateway.post(CREATE, token, body, "Idempotency-Key", key);
    }

    @ParameterizedTest
    @EnumSource
    void check_22_a_key_gives_the_first_answer_again(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.accept("kaspi.create.blind-retry");
            gateway.till(SHOP);
            String token = gateway.cashier(SHOP);
            HttpAnswer first = create(gateway, token, BODY, "one");
            assertThat(first.status()).as(first.body()).isEqualTo(200);
            assertThat(first.header("Idempotent-Replayed")).isEmpty();
            HttpAnswer again = create(gateway, token, BODY, "one");
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.header("Idempotent-Replayed")).contains("true");
            assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
            HttpAnswer other = create(gateway, token, "{\"amount\":101,\"phone\":\"87010000001\"}", "one");
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.text("/code")).isEqualTo("idempotency_key_reused");
            gateway.world().journal().verify(Map.of("endpoint", "r3 remote create"), 1);
            HttpAnswer anothers = create(gateway, gateway.cashier(SHOP), BODY, "one");
            assertThat(anothers.body()).isNotEqualTo(first.body());
            gateway.world().journal().verify(Map.of("endpoint", "r3 remote create"), 2);
            gateway.restart();
            assertThat(create(gateway, token, BODY, "one").body()).isEqualTo(first.body());
            gateway.advance(Duration.ofHours(25));
            assertThat(create(gateway, token, BODY, "one").body()).isNotEqualTo(first.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_22_of_many_at_once_one_reaches_the_bank(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            String token = gateway.cashier(SHOP);
            gateway.world().faults().delay("r3 remote create", Duration.ofSeconds(2));
            ExecutorService threads = Executors.newFixedThreadPool(10);
            List<HttpAnswer> answers = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> create(gateway, token, BODY, "many"), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            threads.shutdown();
            assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 200)
                            .map(HttpAnswer::body)
                            .distinct())
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.status() == 409))
                    .as("the bank takes two seconds, so that some come meanwhile")
                    .isNotEmpty()
                    .allMatch(answer -> answer.text("/code").equals("idempotency_in_flight"));
            gateway.world().journal().verify(Map.of("endpoint", "r3 remote create"), 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_22_a_key_is_demanded_where_the_setting_says_so(TestDatabase database) {
        try (GatewayFixture gateway =
                GatewayFixture.on(database, Map.of("kzpay.gateway.idempotency.required", "true"))) {
            gateway.till(SHOP);
            String token = gateway.cashier(SHOP);
            HttpAnswer none = gateway.post(CREATE, token, BODY);
            assertThat(none.status()).isEqualTo(400);
            assertThat(none.text("/code")).isEqualTo("idempotency_key_missing");
            HttpAnswer wrapper =
                    gateway.get("/api/v2/paymentkaspi/create/?phone=87010000001&amount=100&idempotency_key=k", token);
            assertThat(wrapper.status()).isEqualTo(200);
            HttpAnswer again =
                    gateway.get("/api/v2/paymentkaspi/create/?phone=87010000001&amount=100&idempotency_key=k", token);
            assertThat(again.body()).isEqualTo(wrapper.body());
            gateway.world().journal().verify(Map.of("endpoint", "r3 remote create"), 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_bank_that_asks_to_wait_is_told_so_and_asked_anew_under_the_same_key(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.accept("kaspi.create.blind-retry");
            gateway.till(SHOP);
            String token = gateway.cashier(SHOP);
            gateway.world()
                    .faults()
                    .add(Map.of("when", Map.of("endpoint", "r3 remote create"), "then", Map.of("http", 429)));
            HttpAnswer first = create(gateway, token, BODY, "wait");
            assertThat(first.status()).as(first.body()).isEqualTo(429);
            assertThat(first.header("Retry-After")).isPresent();
            gateway.world().faults().clear();
            HttpAnswer again = create(gateway, token, BODY, "wait");
            assertThat(again.status()).as(again.body()).isEqualTo(200);
            assertThat(again.header("Idempotent-Replayed")).isEmpty();
        }
    }

    @Test
    void validation_is_not_kept_a_banks_refusal_is_and_an_unknown_outcome_is_not() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.accept("kaspi.create.blind-retry");
            String token = gateway.owner(SHOP);
            assertThat(create(gateway, token, BODY, "early").status()).isEqualTo(409);
            gateway.till(SHOP);
            assertThat(create(gateway, token, BODY, "early").status()).isEqualTo(200);
            gateway.world().faults().statusCode("r3 remote create", 990000032);
            HttpAnswer refused = create(gateway, token, BODY, "refused");
            assertThat(refused.status()).isEqualTo(422);
            gateway.world().faults().clear();
            HttpAnswer again = create(gateway, token, BODY, "refused");
            assertThat(again.body()).isEqualTo(refused.body());
            assertThat(again.header("Content-Type")).contains("application/problem+json");
            gateway.world().faults().loseNextAnswer("r3 remote create");
            HttpAnswer unknown = create(gateway, token, BODY, "lost");
            assertThat(unknown.status()).isEqualTo(202);
            HttpAnswer still = create(gateway, token, BODY, "lost");
            assertThat(still.status()).isEqualTo(202);
            assertThat(still.header("Location")).isEqualTo(unknown.header("Location"));
            gateway.world().journal().verify(Map.of("endpoint", "r3 remote create"), 3);
        }
    }

    @Test
    void a_key_that_is_none_is_refused() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String token = gateway.cashier(SHOP);
            assertThat(create(gateway, token, BODY, "k".repeat(256)).status()).isEqualTo(400);
            HttpAnswer two = gateway.send(gateway.authorized(
                            "/api/v2/paymentkaspi/create/?phone=87010000001&amount=100&idempotency_key=a", token)
                    .header("Idempotency-Key", "b")
                    .GET());
            assertThat(two.status()).isEqualTo(400);
        }
    }
}
