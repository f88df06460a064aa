package kz.paysandbox.gateway.http.kaspi;

import static kz.paysandbox.gateway.GatewayFixture.BIN;
import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.adapters.kaspi.payment.KaspiCode;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each of the bank's codes is for a shop. */
class BankCodesIT {
    private static final Path BANK = Path.of("..", "..", "emulator", "KASPI.md");
    private static final int NO_CERTIFICATE = -10000;

    /** §1.4 of the contract: HTTP status and code, by StatusCode. */
    private static final Map<Long, String> TOLD = Map.ofEntries(
            Map.entry(-999L, "503 bank_unavailable"),
            Map.entry(-10000L, "502 bank_refuses_gateway"),
            Map.entry(-1401L, "422 bin_not_registered"),
            Map.entry(-1404L, "400 invalid_request"),
            Map.entry(-1501L, "409 device_not_found"),
            Map.entry(-1502L, "409 device_not_found"),
            Map.entry(-1503L, "409 device_not_found"),
            Map.entry(-1601L, "404 payment_not_found"),
            Map.entry(-14000002L, "422 no_trade_points"),
            Map.entry(-99000001L, "404 payment_not_found"),
            Map.entry(-99000002L, "409 trade_point_inactive"),
            Map.entry(-99000003L, "422 other_trade_point"),
            Map.entry(-99000005L, "422 refund_too_large"),
            Map.entry(-99000006L, "502 bank_refund_failed"),
            Map.entry(-99000011L, "409 not_refundable"),
            Map.entry(-99000020L, "422 partial_refund_impossible"),
            Map.entry(99000010L, "422 customer_not_invoiceable"),
            Map.entry(990000018L, "409 trade_point_inactive"),
            Map.entry(990000026L, "409 trade_point_inactive"),
            Map.entry(990000028L, "400 invalid_request"),
            Map.entry(990000029L, "422 customer_not_invoiceable"),
            Map.entry(990000031L, "429 too_many_requests"),
            Map.entry(990000032L, "422 customer_not_invoiceable"),
            Map.entry(990000033L, "409 trade_point_inactive"),
            Map.entry(-123456L, "502 bank_refused"));

    /** Codes that the document does not explain as a refusal: nobody knows what became of the refund. */
    private static final List<Long> UNPROVEN = List.of(-999L, -1401L, -1404L, 99000010L, 990000029L, -777L);

    /** One shop's calls; each opening is of an amount of its own. */
    private static final class Calls {
        private final GatewayFixture gateway;
        private final String owner;
        private final String admin;
        private int amount = 100;

        Calls(GatewayFixture gateway) {
            this.gateway = gateway;
            this.owner = gateway.owner(SHOP);
            this.admin = gateway.admin();
        }

        private HttpAnswer open(String what, String more) {
            amount++;
            return gateway.post("/api/v1/kaspi/" + what, owner, "{\"amount\":" + amount + more + "}");
        }

        private HttpAnswer invoice() {
            return open("create", ",\"phone\":\"87010000001\"");
        }

        private String paid() {
            String id = invoice().text("/external_id");
            gateway.world().customer().confirm(id);
            assertThat(status(id).text("/status")).isEqualTo("Processed");
            return id;
        }

        private HttpAnswer status(String id) {
            return gateway.get("/api/v1/kaspi/status/" + id, owner);
        }

        private HttpAnswer of(String what, String id) {
            return gateway.post("/api/v1/kaspi/" + what, owner, "{\"external_id\":\"" + id + "\",\"amount\":10}");
        }

        private HttpAnswer device() {
            return gateway.post(
                    "/admin/shops/5/devices",
                    admin,
                    "{\"organization_bin\":\"" + BIN + "\",\"trade_point_id\":2,\"device_id\":\"TILL-2\"}");
        }

        /** The rows of r3 that the gateway calls, each with what prepares a call to it and gives the call. */
        Map<String, Supplier<Supplier<HttpAnswer>>> rows() {
            Map<String, Supplier<Supplier<HttpAnswer>>> rows = new LinkedHashMap<>();
            rows.put("r3 partner tradepoints", () -> this::tradePoints);
            rows.put("r3 device register", () -> this::device);
            rows.put("r3 qr create", () -> () -> open("create-qr", ""));
            rows.put("r3 qr create-link", () -> () -> open("create-link", ""));
            rows.put("r3 payment status", () -> with(unpaid(), this::status));
            rows.put("r3 payment details", () -> with(paid(), this::details));
            rows.put("r3 payment return", () -> with(paid(), id -> of("refund", id)));
            rows.put("r3 remote client-info", () -> this::clientInfo);
            rows.put("r3 remote create", () -> this::invoice);
            rows.put("r3 remote cancel", () -> with(unpaid(), id -> of("cancel", id)));
            return rows;
        }

        private static Supplier<HttpAnswer> with(String id, Function<String, HttpAnswer> call) {
            return () -> call.apply(id);
        }

        private String unpaid() {
            return invoice().text("/external_id");
        }

        private HttpAnswer tradePoints() {
            return gateway.get("/admin/shops/5/tradepoints?organization_bin=" + BIN, admin);
        }

        private HttpAnswer details(String id) {
            return gateway.get("/api/v1/kaspi/details/" + id, owner);
        }

        private HttpAnswer clientInfo() {
            return gateway.get("/api/v1/kaspi/client-info?phone=87010000001", owner);
        }
    }

    /** The codes of the sandbox's rows, as its document lists them. */
    private static Map<String, List<Long>> codes() throws IOException {
        return Files.readAllLines(BANK).stream()
                .filter(line -> line.startsWith("| r3 "))
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length == 5)
                .collect(Collectors.toMap(
                        cells -> cells[1].strip(),
                        cells -> Stream.concat(
                                        Stream.of(cells[4].strip().split(" ")).map(Long::valueOf), Stream.of(-123456L))
                                .filter(code -> code != 0)
                                .toList()));
    }

    private static void told(String row, long code, HttpAnswer answer) {
        String where = row + " " + code + ": " + answer;
        boolean proves = KaspiCode.of(code).refuses();
        boolean moves = row.equals("r3 payment return") || row.equals("r3 remote cancel");
        if (moves && !proves) {
            assertThat(answer.status()).as(where).isEqualTo(202);
            assertThat(answer.text("/status")).isEqualTo("unknown");
            return;
        }
        assertThat(answer.status() + " " + answer.text("/code")).as(where).isEqualTo(TOLD.get(code));
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        if (code != NO_CERTIFICATE) {
            assertThat(answer.json().at("/bank_code").asLong()).as(where).isEqualTo(code);
        }
        if (answer.status() == 429) {
            assertThat(answer.header("Retry-After")).isPresent();
        }
        assertThat(answer.text("/request_id"))
                .isEqualTo(answer.header("X-Request-ID").orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void check_12_each_code_of_the_bank_is_told_in_its_own_words(TestDatabase database) throws IOException {
        Map<String, List<Long>> codes = codes();
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            Calls calls = new Calls(gateway);
            calls.rows().forEach((name, prepared) -> {
                List<Long> listed = codes.getOrDefault(name, List.of());
                assertThat(listed).as(name).hasSizeGreaterThan(2);
                for (long code : listed) {
                    Supplier<HttpAnswer> call = prepared.get();
                    gateway.world().faults().statusCode(name, code);
                    told(name, code, call.get());
                    gateway.world().faults().clear();
                    gateway.advance(Duration.ofSeconds(61));
                }
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_12_the_wrapper_has_404_for_what_is_not_refundable(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
            gateway.till(SHOP);
            Calls calls = new Calls(gateway);
            String id = calls.paid();
            gateway.world().faults().statusCode("r3 payment return", -99000011);
            HttpAnswer wrapper =
                    gateway.get("/api/v2/paymentkaspi/refund?externalId=" + id + "&amount=10", calls.owner);
            assertThat(wrapper.status()).isEqualTo(404);
            assertThat(wrapper.text("/error/code")).isEqualTo("-99000011");
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_12_a_code_that_proves_nothing_leaves_a_refund_unknown_until_its_age(TestDatabase database) {
        try (GatewayFixture gateway = GatewayFixture.on(database)) {
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
