package kz.paysandbox.gateway.http.admin;

import static kz.paysandbox.gateway.GatewayFixture.BIN;
import static kz.paysandbox.gateway.GatewayFixture.OTHER_BIN;
import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code /admin} from outside. */
class AdminIT {
    private static final String SHOPS = "/admin/shops/5/";

    private static HttpAnswer register(GatewayFixture gateway, String admin, String bin, int tradePoint) {
        return gateway.post(
                SHOPS + "devices",
                admin,
                "{\"organization_bin\":\"" + bin + "\",\"trade_point_id\":" + tradePoint + ",\"device_id\":\"TILL-"
                        + tradePoint + "\",\"description\":\"Till\"}");
    }

    private static HttpAnswer send(GatewayFixture gateway, String method, String path, String token, String body) {
        return gateway.send(gateway.authorized(path, token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @EnumSource
    void from_trade_points_to_a_till_that_takes_money(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            String admin = gateway.admin();
            HttpAnswer points = gateway.get(SHOPS + "tradepoints?organization_bin=" + BIN, admin);
            assertThat(points.text("/trade_points/0/trade_point_id")).isEqualTo("1");
            assertThat(points.text("/trade_points/0/name")).isEqualTo("Магазин 1 (Ауэзова, 65)");
            HttpAnswer none = gateway.get(SHOPS + "tradepoints?organization_bin=990340000024", admin);
            assertThat(none.status()).isEqualTo(422);
            assertThat(none.text("/code")).isEqualTo("no_trade_points");
            HttpAnswer first = register(gateway, admin, BIN, 1);
            assertThat(first.status()).as(first.body()).isEqualTo(201);
            assertThat(first.json().at("/is_default").asBoolean()).isTrue();
            HttpAnswer again = register(gateway, admin, BIN, 1);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.text("/id")).isEqualTo(first.text("/id"));
            HttpAnswer second = register(gateway, admin, OTHER_BIN, 101);
            HttpAnswer moved = send(gateway, "PUT", SHOPS + "configs/" + second.text("/id") + "/default", admin, "");
            assertThat(moved.json().at("/is_default").asBoolean()).isTrue();
            HttpAnswer off = send(
                    gateway,
                    "PATCH",
                    SHOPS + "configs/" + first.text("/id"),
                    admin,
                    "{\"is_active\":false,\"description\":\"Old\"}");
            assertThat(off.json().at("/is_active").asBoolean()).isFalse();
            assertThat(off.text("/description")).isEqualTo("Old");
            HttpAnswer list = gateway.get(SHOPS + "configs", admin);
            assertThat(list.json().at("/configs")).hasSize(2);
            assertThat(send(
                                    gateway,
                                    "PATCH",
                                    "/admin/shops/6/configs/" + first.text("/id"),
                                    admin,
                                    "{\"is_active\":true}")
                            .status())
                    .isEqualTo(404);
            assertThat(gateway.get(SHOPS + "configs", gateway.owner(SHOP)).status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_34_a_default_moved_by_many_at_once_is_one(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            String admin = gateway.admin();
            List<String> ids = List.of(
                    Long.toString(gateway.till(SHOP, BIN, 1).id()),
                    Long.toString(gateway.till(SHOP, BIN, 2).id()),
                    Long.toString(gateway.till(SHOP, OTHER_BIN, 101).id()));
            String other = Long.toString(gateway.till("6", OTHER_BIN, 102).id());
            ExecutorService threads = Executors.newFixedThreadPool(50);
            List<CompletableFuture<HttpAnswer>> calls = IntStream.range(0, 50)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> send(
                                    gateway,
                                    "PUT",
                                    SHOPS + "configs/" + ids.get(i % ids.size()) + "/default",
                                    admin,
                                    ""),
                            threads))
                    .toList();
            assertThat(calls).allMatch(call -> call.join().status() == 200);
            threads.shutdown();
            assertThat(standards(gateway, admin, SHOP)).hasSize(1).containsAnyElementsOf(ids);
            assertThat(standards(gateway, admin, "6")).containsExactly(other);
        }
    }

    /** The default configurations of a shop. */
    private static List<String> standards(GatewayFixture gateway, String admin, String shop) {
        JsonNode configs =
                gateway.get("/admin/shops/" + shop + "/configs", admin).json().at("/configs");
        return StreamSupport.stream(configs.spliterator(), false)
                .filter(config -> config.at("/is_default").asBoolean())
                .map(config -> config.at("/id").asText())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_token_is_shown_once_expires_and_is_removed(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            String admin = gateway.admin();
            String end = gateway.clock().instant().plus(Duration.ofHours(1)).toString();
            HttpAnswer made =
                    gateway.post(SHOPS + "tokens", admin, "{\"role\":\"owner\",\"expires_at\":\"" + end + "\"}");
            assertThat(made.status()).as(made.body()).isEqualTo(201);
            String token = made.text("/access_token");
            assertThat(token)
                    .startsWith("kzpay_")
                    .startsWith(made.text("/prefix"))
                    .hasSize(49);
            assertThat(made.text("/role")).isEqualTo("owner");
            assertThat(gateway.get("/api/v1/kaspi/status/1", token).status()).isEqualTo(404);
            HttpAnswer list = gateway.get(SHOPS + "tokens", admin);
            assertThat(list.body()).contains(made.text("/prefix")).doesNotContain(token);
            assertThat(list.json().at("/tokens/0/last_used_at").isTextual()).isTrue();
            gateway.advance(Duration.ofMinutes(61));
            assertThat(gateway.get("/api/v1/kaspi/status/1", token).status()).isEqualTo(401);
            String cashier = gateway.post(SHOPS + "tokens", admin, "{\"role\":\"cashier\"}")
                    .text("/access_token");
            assertThat(gateway.get("/api/v1/kaspi/status/1", cashier).status()).isEqualTo(404);
            String prefix = cashier.substring(0, 14);
            assertThat(send(gateway, "DELETE", "/admin/shops/6/tokens/" + prefix, admin, "")
                            .status())
                    .isEqualTo(404);
            assertThat(send(gateway, "DELETE", SHOPS + "tokens/" + prefix, admin, "")
                            .status())
                    .isEqualTo(204);
            assertThat(gateway.get("/api/v1/kaspi/status/1", cashier).status()).isEqualTo(401);
            for (String wrong : List.of(
                    "{}",
                    "{\"role\":\"admin\"}",
                    "{\"role\":\"owner\",\"expires_at\":\"2020-01-01T00:00:00Z\"}",
                    "{\"role\":\"owner\",\"expires_at\":\"soon\"}",
                    "{\"role\":\"owner\",\"allowed_addresses\":\"shop.example\"}")) {
                assertThat(gateway.post(SHOPS + "tokens", admin, wrong).status())
                        .as(wrong)
                        .isEqualTo(400);
            }
            String elsewhere = gateway.post(
                            SHOPS + "tokens", admin, "{\"role\":\"owner\",\"allowed_addresses\":\"10.0.0.0/8\"}")
                    .text("/access_token");
            assertThat(gateway.get("/api/v1/kaspi/status/1", elsewhere).text("/code"))
                    .isEqualTo("address_not_allowed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_audit_shows_both_journals(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            String admin = gateway.admin();
            String id = gateway.post("/api/v1/kaspi/create", owner, "{\"amount\":100,\"phone\":\"87010000001\"}")
                    .text("/external_id");
            gateway.world().customer().confirm(id);
            gateway.post("/api/v1/kaspi/refund", owner, "{\"external_id\":\"" + id + "\",\"amount\":40}");
            for (String where : List.of(
                    "external_id=" + id, "organization_bin=" + BIN, "shop_id=5", "shop_id=5&organization_bin=" + BIN)) {
                HttpAnswer log = gateway.get("/admin/log?" + where, admin);
                assertThat(log.status()).as(log.body()).isEqualTo(200);
                assertThat(log.json().at("/entries").findValuesAsText("operation"))
                        .as(where)
                        .contains("create", "status", "refund");
                assertThat(log.json().at("/operations").findValuesAsText("operation"))
                        .as(where)
                        .contains("create", "refund");
                assertThat(log.json().at("/entries").findValuesAsText("organization_bin"))
                        .containsOnly(BIN);
            }
            assertThat(gateway.get("/admin/log?shop_id=6", admin).json().at("/entries"))
                    .isEmpty();
            assertThat(gateway.get("/admin/log?organization_bin=" + OTHER_BIN, admin)
                            .json()
                            .at("/operations"))
                    .isEmpty();
            assertThat(gateway.get("/admin/log?shop_id=5&to=2020-01-01T00:00:00Z", admin)
                            .json()
                            .at("/entries"))
                    .isEmpty();
            assertThat(gateway.get("/admin/log", admin).status()).isEqualTo(400);
            assertThat(gateway.get("/admin/log?shop_id=5&from=yesterday", admin).status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_second_migration_does_nothing(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            HttpAnswer answer = send(gateway, "POST", "/admin/migrate", gateway.admin(), "");
            assertThat(answer.json().at("/applied").asInt()).isZero();
            assertThat(answer.json().at("/schema_version").isTextual()).isTrue();
            assertThat(send(gateway, "POST", "/admin/migrate", gateway.owner(SHOP), "")
                            .status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource
    void where_a_shop_is_told(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            String admin = gateway.admin();
            assertThat(gateway.get(SHOPS + "webhook", admin).status()).isEqualTo(404);
            for (String wrong :
                    List.of("http://shop.example/told", "ftp://shop.example", "https://u:p@shop.example/")) {
                assertThat(send(gateway, "PUT", SHOPS + "webhook", admin, "{\"url\":\"" + wrong + "\"}")
                                .status())
                        .isEqualTo(400);
            }
            HttpAnswer set = send(gateway, "PUT", SHOPS + "webhook", admin, "{\"url\":\"https://shop.example/told\"}");
            assertThat(set.text("/secret")).startsWith("whsec_");
            HttpAnswer shown = gateway.get(SHOPS + "webhook", admin);
            assertThat(shown.text("/url")).isEqualTo("https://shop.example/told");
            assertThat(shown.body()).doesNotContain("whsec_");
            HttpAnswer rotated = gateway.post(SHOPS + "webhook/rotate", admin, "");
            assertThat(rotated.text("/secret")).startsWith("whsec_").isNotEqualTo(set.text("/secret"));
            assertThat(gateway.get(SHOPS + "webhook", admin)
                            .json()
                            .at("/previous_secret_signs")
                            .asBoolean())
                    .isTrue();
            assertThat(gateway.post(SHOPS + "webhook/retry", admin, "")
                            .json()
                            .at("/retried")
                            .asInt())
                    .isZero();
            assertThat(send(gateway, "DELETE", SHOPS + "webhook", admin, "").status())
                    .isEqualTo(204);
            assertThat(send(gateway, "DELETE", SHOPS + "webhook", admin, "").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_lost_invoice_is_listed_and_resolved_by_hand() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String admin = gateway.admin();
            gateway.world().faults().loseNextAnswer("r3 remote create");
            HttpAnswer lost = gateway.post(
                    "/api/v1/kaspi/create", gateway.owner(SHOP), "{\"amount\":100,\"phone\":\"87010000001\"}");
            assertThat(lost.status()).isEqualTo(202);
            gateway.advance(Duration.ofMinutes(2));
            gateway.gateway().useCases().settlement().settle(lost.text("/operation_id"), 0);
            HttpAnswer list = gateway.get("/admin/attention", admin);
            assertThat(list.json().at("/items")).as(list.body()).hasSize(1);
            String row = "/admin/attention/" + list.text("/items/0/id") + "/resolve";
            assertThat(gateway.post(row, admin, "{\"outcome\":\"applied\"}").status())
                    .isEqualTo(400);
            assertThat(gateway.post(row, admin, "{\"outcome\":\"maybe\",\"note\":\"x\"}")
                            .status())
                    .isEqualTo(400);
            HttpAnswer done =
                    gateway.post(row, admin, "{\"outcome\":\"not_applied\",\"note\":\"the customer has no invoice\"}");
            assertThat(done.status()).as(done.body()).isEqualTo(200);
            assertThat(done.text("/resolution")).contains("the customer has no invoice");
            assertThat(gateway.get("/admin/attention", admin).json().at("/items"))
                    .isEmpty();
            assertThat(gateway.post(row, admin, "{\"outcome\":\"not_applied\",\"note\":\"x\"}")
                            .status())
                    .isEqualTo(404);
        }
    }
}
