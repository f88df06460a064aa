package kz.paysandbox.gateway.http;

import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every field of every call, absent, mistyped, oversize, doubled and in other encodings: 400, and nothing happens. */
class HostileInputIT {
    private static final List<String> NEVER =
            List.of("[]", "{}", "[[[]]]", "true", "\"\\u0000\"", "\"\\ud800\"", "\"" + "x".repeat(501) + "\"");

    private static final List<String> NO_AMOUNT = List.of(
            "0",
            "-1",
            "0.001",
            "1e-3",
            "\"NaN\"",
            "\"Infinity\"",
            "\"1,5\"",
            "\"0x10\"",
            "\"1e99\"",
            "1e400",
            "99999999999999999999",
            "\"  \"",
            "\"\u0661\"",
            "\"1 000\"",
            "\"--1\"");

    private record Row(String path, Map<String, String> good, List<String> needed) {
        String with(String name, String value) {
            Map<String, String> fields = new LinkedHashMap<>(good);
            fields.put(name, value);
            return json(fields);
        }

        String without(String name) {
            Map<String, String> fields = new LinkedHashMap<>(good);
            fields.remove(name);
            return json(fields);
        }

        static String json(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }

    private static List<Row> rows() {
        Map<String, String> snake = new LinkedHashMap<>(Map.of(
                "amount",
                "100",
                "phone",
                "\"87010000001\"",
                "message",
                "\"Order\"",
                "organization_bin",
                "\"180340021791\"",
                "order_id",
                "\"1\""));
        Map<String, String> shop = new LinkedHashMap<>(snake);
        shop.put("shop_id", "5");
        Map<String, String> camel = new LinkedHashMap<>(Map.of(
                "amount",
                "100",
                "phone",
                "\"87010000001\"",
                "message",
                "\"Order\"",
                "organizationBin",
                "\"180340021791\""));
        Map<String, String> refund =
                Map.of("external_id", "\"13000000001\"", "amount", "5", "organization_bin", "\"180340021791\"");
        Map<String, String> shopRefund = new LinkedHashMap<>(refund);
        shopRefund.put("shop_id", "5");
        return List.of(
                new Row("/api/v1/kaspi/create", snake, List.of("amount", "phone")),
                new Row("/payments/kaspi/create", shop, List.of("amount", "phone", "shop_id")),
                new Row("/api/v2/paymentkaspi/create", camel, List.of("amount", "phone")),
                new Row("/api/v1/kaspi/refund", refund, List.of("external_id", "amount")),
                new Row("/payments/kaspi/refund", shopRefund, List.of("external_id", "amount", "shop_id")),
                new Row(
                        "/api/v2/paymentkaspi/refund",
                        Map.of("externalId", "\"13000000001\"", "amount", "5"),
                        List.of("externalId", "amount")),
                new Row("/api/v1/kaspi/cancel", Map.of("external_id", "\"13000000001\""), List.of("external_id")));
    }

    private static List<String> bad(String field) {
        List<String> bad = new ArrayList<>(NEVER);
        switch (field) {
            case "amount" -> bad.addAll(NO_AMOUNT);
            case "phone" ->
                bad.addAll(
                        List.of("\"8701000000\"", "\"870100000011\"", "\"8701000000a\"", "12", "\"+1 701 000 00 01\""));
            case "organization_bin", "organizationBin" ->
                bad.addAll(List.of("\"18034002179\"", "\"1803400217911\"", "\"18034002179x\"", "1.8e11"));
            case "external_id", "externalId", "shop_id" ->
                bad.addAll(List.of("0", "-5", "1.5", "\"5 or 1=1\"", "\"9999999999999999999\"", "1e3"));
            default -> bad.remove("true");
        }
        return bad;
    }

    private static void refused(HttpAnswer answer, String what) {
        assertThat(answer.status()).as(what + ": " + answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid_request").doesNotContain("870100000011", "8701000000a", "1=1");
    }

    @Test
    void no_field_of_any_call_is_read_as_something_else() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            for (Row row : rows()) {
                for (String field : row.good().keySet()) {
                    for (String value : bad(field)) {
                        refused(
                                gateway.post(row.path(), owner, row.with(field, value)),
                                row.path() + " " + field + " " + value);
                    }
                    String twice = row.with(
                            field,
                            row.good().get(field) + ",\"" + field + "\":"
                                    + row.good().get(field));
                    refused(gateway.post(row.path(), owner, twice), row.path() + " twice " + field);
                }
                for (String field : row.needed()) {
                    refused(gateway.post(row.path(), owner, row.without(field)), row.path() + " without " + field);
                    refused(gateway.post(row.path(), owner, row.with(field, "null")), row.path() + " null " + field);
                    refused(gateway.post(row.path(), owner, row.with(field, "\"\"")), row.path() + " empty " + field);
                }
                for (String body :
                        List.of("", "{", "[1]", "7", "\"x\"", "null", "{}{}", "{\"a\":NaN}", "{'a':1}", "{\"a\":1,}")) {
                    assertThat(gateway.post(row.path(), owner, body).status())
                            .as(row.path() + body)
                            .isEqualTo(400);
                }
                String deep = row.with("x", "[".repeat(10_000) + "]".repeat(10_000));
                assertThat(gateway.post(row.path(), owner, deep).status()).isEqualTo(400);
                String large = row.with("x", "\"" + "x".repeat(70_000) + "\"");
                assertThat(gateway.post(row.path(), owner, large).status()).isEqualTo(413);
                byte[] utf16 = Row.json(row.good()).getBytes(StandardCharsets.UTF_16);
                assertThat(gateway.send(gateway.authorized(row.path(), owner)
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofByteArray(utf16)))
                                .status())
                        .isEqualTo(400);
            }
            gateway.world().journal().verify(Map.of("endpoint", "r3 remote create"), 0);
            gateway.world().journal().verify(Map.of("endpoint", "r3 payment return"), 0);
        }
    }

    @Test
    void queries_are_read_as_strictly() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            String good = "/api/v2/paymentkaspi/create/?phone=87010000001&amount=100";
            for (String more : List.of(
                    "&amount=100",
                    "&message=%FF",
                    "&message=%00",
                    "&organizationBin=1",
                    "&message=" + "x".repeat(501),
                    "&=" + "y",
                    "&" + "a=1&".repeat(101))) {
                HttpAnswer answer = gateway.get(good + more, owner);
                if (!more.startsWith("&=")) {
                    assertThat(answer.status()).as(more + answer.body()).isEqualTo(400);
                }
            }
            gateway.world().journal().verify(Map.of("endpoint", "r3 remote create"), 0, 1);
        }
    }

    @Test
    void what_is_no_http_is_a_problem_too() throws IOException {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            for (String bytes : List.of(
                    "GET /api/v1/kaspi/status/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                    "GET /api/v1/kaspi/status/1 HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
                    "NONSENSE\r\n\r\n",
                    "POST /api/v1/kaspi/create HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                    "POST /api/v1/kaspi/create HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n")) {
                String answer = raw(gateway, bytes);
                assertThat(answer).as(bytes.substring(0, 8)).startsWith("HTTP/1.1 4");
                assertThat(answer)
                        .contains("application/problem+json", "\"request_id\"")
                        .doesNotContain("jetty", "Exception");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbers_that_are_none_are_unknown(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            String owner = gateway.owner(SHOP);
            String admin = gateway.admin();
            for (String id : List.of("%00", "a%00b", "x".repeat(300), "..%2f", "'%20or%201=1")) {
                for (String path : List.of(
                        "/api/v1/kaspi/status/", "/payments/kaspi/status/", "/api/v1/payments/", "/api/v1/receipts/")) {
                    assertThat(gateway.get(path + id, owner).status())
                            .as(path + id)
                            .isIn(400, 404);
                }
                assertThat(gateway.send(gateway.authorized("/admin/shops/5/tokens/" + id, admin)
                                        .DELETE())
                                .status())
                        .isIn(400, 404);
                assertThat(gateway.send(gateway.authorized("/api/v1/cards/" + id, owner)
                                        .DELETE())
                                .status())
                        .isIn(400, 404);
            }
        }
    }

    @Test
    void headers_that_stand_twice_and_differ_are_refused() {
        try (GatewayFixture gateway = GatewayFixture.on(TestDatabase.H2)) {
            gateway.till(SHOP);
            String owner = gateway.owner(SHOP);
            assertThat(gateway.send(gateway.authorized("/api/v1/kaspi/status/1", owner)
                                    .header("Authorization", "Bearer " + gateway.cashier(SHOP))
                                    .GET())
                            .status())
                    .isEqualTo(401);
            HttpAnswer keys = gateway.post(
                    "/api/v1/kaspi/create",
                    owner,
                    "{\"amount\":1,\"phone\":\"87010000001\"}",
                    "Idempotency-Key",
                    "a",
                    "Idempotency-Key",
                    "b");
            assertThat(keys.status()).isEqualTo(400);
            HttpAnswer nowhere = gateway.get("/api/v2/paymentkaspi/foo", owner);
            assertThat(nowhere.status()).isEqualTo(404);
            assertThat(nowhere.text("/error/code")).isEqualTo("not_found");
            HttpAnswer method = gateway.send(
                    gateway.authorized("/api/v1/kaspi/create", owner).method("PROPFIND", BodyPublishers.noBody()));
            assertThat(method.status()).isEqualTo(405);
            assertThat(method.header("Allow")).contains("POST");
            HttpAnswer head =
                    gateway.send(gateway.authorized("/health/live", "").method("HEAD", BodyPublishers.noBody()));
            assertThat(head.status()).isEqualTo(200);
        }
    }

    private static String raw(GatewayFixture gateway, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), gateway.gateway().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readNBytes(600), StandardCharsets.UTF_8);
        }
    }
}
