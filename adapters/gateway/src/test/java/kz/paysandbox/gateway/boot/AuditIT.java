package kz.paysandbox.gateway.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import kz.paysandbox.adapters.merchant.Operation;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.http.card.CardCustomer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Check 35: what moves money is in the log before and after, or it is not made. */
class AuditIT {
    private static final String INVOICE = "{\"shop_id\":5,\"amount\":100,\"phone\":\"87010000001\"}";

    @ParameterizedTest
    @EnumSource
    void check_35_each_operation_has_one_line_with_its_bin(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            fixture.accept("kaspi.create.blind-retry");
            fixture.till(GatewayFixture.SHOP);
            String owner = fixture.owner(GatewayFixture.SHOP);
            String paid = fixture.post("/payments/kaspi/create", owner, INVOICE).text("/external_id");
            String unpaid =
                    fixture.post("/payments/kaspi/create", owner, INVOICE).text("/external_id");
            fixture.world().customer().confirm(paid);
            fixture.get("/payments/kaspi/status/" + paid, owner);
            fixture.post(
                    "/payments/kaspi/refund", owner, "{\"shop_id\":5,\"external_id\":\"" + paid + "\",\"amount\":40}");
            fixture.post("/api/v1/kaspi/cancel", owner, "{\"external_id\":\"" + unpaid + "\"}");
            assertThat(lines(fixture))
                    .containsExactlyInAnyOrder(
                            "create 180340021791 APPLIED",
                            "create 180340021791 APPLIED",
                            "refund 180340021791 APPLIED",
                            "cancel 180340021791 APPLIED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_35_each_operation_of_a_card_has_one_line(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.holding(database)) {
            String owner = fixture.owner(GatewayFixture.SHOP);
            String charged = held(fixture, owner);
            fixture.post(charged + "/charge", owner, "");
            fixture.post(charged + "/refund", owner, "{\"refund_amount\":20000}");
            fixture.post(held(fixture, owner) + "/cancel", owner, "");
            HttpAnswer log = fixture.get("/admin/log?shop_id=5", fixture.admin());
            assertThat(StreamSupport.stream(log.json().at("/operations").spliterator(), false)
                            .map(line -> line.path("operation").asText() + " "
                                    + line.path("status").asText()))
                    .containsExactlyInAnyOrder("charge applied", "refund applied", "cancel applied");
        }
    }

    /** The log's lines of money calls: what was asked, of which BIN, and how it ended. */
    private static List<String> lines(GatewayFixture fixture) {
        return fixture.gateway().useCases().banks().merchant().log().last(GatewayFixture.SHOP, 100).stream()
                .filter(entry -> EnumSet.of(Operation.CREATE, Operation.REFUND, Operation.CANCEL)
                        .contains(entry.operation()))
                .map(entry -> entry.operation().name().toLowerCase(Locale.ROOT) + " "
                        + entry.bin().value() + " " + entry.state())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void check_35_without_a_log_nothing_is_sent(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            fixture.till(GatewayFixture.SHOP);
            String owner = fixture.owner(GatewayFixture.SHOP);
            rename(fixture, "payment_log", "payment_log_away");
            HttpAnswer refused = fixture.post("/payments/kaspi/create", owner, INVOICE);
            assertThat(refused.status()).isEqualTo(503);
            fixture.world().journal().verify(Map.of("endpoint", "r3 remote create"), 0);
            rename(fixture, "payment_log_away", "payment_log");
            assertThat(fixture.post("/payments/kaspi/create", owner, INVOICE).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_35_without_a_log_nothing_is_given_back_or_withdrawn(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            fixture.accept("kaspi.create.blind-retry");
            fixture.till(GatewayFixture.SHOP);
            String owner = fixture.owner(GatewayFixture.SHOP);
            String paid = fixture.post("/payments/kaspi/create", owner, INVOICE).text("/external_id");
            String unpaid =
                    fixture.post("/payments/kaspi/create", owner, INVOICE).text("/external_id");
            fixture.world().customer().confirm(paid);
            fixture.get("/payments/kaspi/status/" + paid, owner);
            String refund = "{\"shop_id\":5,\"external_id\":\"" + paid + "\",\"amount\":40}";
            String cancel = "{\"external_id\":\"" + unpaid + "\"}";
            rename(fixture, "payment_log", "payment_log_away");
            assertThat(fixture.post("/payments/kaspi/refund", owner, refund).status())
                    .isEqualTo(503);
            assertThat(fixture.post("/api/v1/kaspi/cancel", owner, cancel).status())
                    .isEqualTo(503);
            fixture.world().journal().verify(Map.of("endpoint", "r3 payment return"), 0);
            fixture.world().journal().verify(Map.of("endpoint", "r3 remote cancel"), 0);
            rename(fixture, "payment_log_away", "payment_log");
            assertThat(fixture.post("/payments/kaspi/refund", owner, refund).status())
                    .isEqualTo(200);
            assertThat(fixture.post("/api/v1/kaspi/cancel", owner, cancel).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_35_without_a_log_nothing_is_done_with_a_card(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.holding(database)) {
            String owner = fixture.owner(GatewayFixture.SHOP);
            String charged = held(fixture, owner);
            fixture.post(charged + "/charge", owner, "");
            Map<String, String> calls = Map.of(
                    held(fixture, owner) + "/charge", "epay operation charge",
                    held(fixture, owner) + "/cancel", "epay operation cancel",
                    charged + "/refund", "epay operation refund");
            for (String table : List.of("money_operation", "epay_refund")) {
                rename(fixture, table, table + "_away");
                calls.forEach((path, row) -> {
                    if (table.equals("money_operation") || path.endsWith("/refund")) {
                        int before = fixture.world().journal().entries(row).size();
                        HttpAnswer refused = fixture.post(path, owner, "");
                        assertThat(refused.status()).as(path + " " + refused).isEqualTo(503);
                        assertThat(fixture.world().journal().entries(row)).hasSize(before);
                    }
                });
                rename(fixture, table + "_away", table);
            }
            calls.keySet()
                    .forEach(path -> assertThat(fixture.post(path, owner, "").status())
                            .as(path)
                            .isEqualTo(200));
        }
    }

    /** The path of a card payment whose money the bank holds. */
    private static String held(GatewayFixture fixture, String owner) {
        HttpAnswer opened = fixture.post("/api/v1/payments/initiate", owner, "{\"amount\":75000,\"currency\":\"KZT\"}");
        new CardCustomer(fixture.world()).pay(opened);
        String payment = "/api/v1/payments/" + opened.text("/payment_id");
        Await.until("held", () -> fixture.get(payment, owner).text("/status").equals("processing"));
        return payment;
    }

    private static void rename(GatewayFixture fixture, String from, String to) {
        fixture.gateway().database().transaction(sql -> sql.update("alter table " + from + " rename to " + to));
    }
}
