package kz.paysandbox.gateway.boot;

import static kz.paysandbox.gateway.GatewayFixture.BIN;
import static kz.paysandbox.gateway.GatewayFixture.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Check 42: a database that the adapters have worked on before there was a gateway, from their first tables on. */
class TakeOverIT {
    private static final String TIME = "timestamp with time zone '2026-01-15 10:00:00+05:00'";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void check_42_a_database_of_the_adapters_is_taken_over_without_loss(TestDatabase database) throws SQLException {
        Map<String, String> books = new HashMap<>(database.settings(folder));
        if (database == TestDatabase.H2) {
            books.put("kzpay.gateway.database.url", "jdbc:h2:file:" + folder.resolve("books"));
        }
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            String device = fixture.till(SHOP).device().value();
            old(books, device);
            fixture.restart(books);
            MerchantKaspi merchant = fixture.gateway().useCases().banks().merchant();
            assertThat(merchant.configs().of(SHOP)).hasSize(2);
            assertThat(merchant.log().last(SHOP, 10).stream().map(TakeOverIT::text))
                    .containsExactlyInAnyOrder(
                            "CREATE 10000 APPLIED old-1 17001",
                            "REFUND 4000 APPLIED 17001 17001",
                            "REFUND 1000 UNKNOWN 17002 17002",
                            "CREATE 5000 APPLIED old-4 17004");
            assertThat(merchant.log().ofOrder(SHOP, "old-1")).hasSize(1);
            assertThat(merchant.log().ofOrder(SHOP, "old-4")).hasSize(1);
            assertThat(merchant.unsettled()).hasSize(1);
            assertThat(count(fixture, "callback_seen")).isEqualTo(1);
            assertThat(count(fixture, "callback_retries")).isEqualTo(1);
            assertThat(count(fixture, "epay_refund")).isEqualTo(1);
            HttpAnswer log = fixture.get("/admin/log?shop_id=5&from=2026-01-01T00:00:00Z", fixture.admin());
            assertThat(log.json().at("/entries").findValuesAsText("external_id"))
                    .contains("17001", "17002", "17004");
            HttpAnswer paid = fixture.post(
                    "/payments/kaspi/create",
                    fixture.owner(SHOP),
                    "{\"shop_id\":5,\"amount\":100,\"phone\":\"87010000001\"}");
            assertThat(paid.text("/organization_bin")).as(paid.toString()).isEqualTo(BIN);
            for (int i = 0; i < 2; i++) {
                HttpAnswer migrated = fixture.post("/admin/migrate", fixture.admin(), "");
                assertThat(migrated.status()).isEqualTo(200);
                assertThat(migrated.json().path("applied").asInt(-1)).isZero();
            }
        }
    }

    private static String text(LogEntry line) {
        return line.operation() + " "
                + line.amount().map(amount -> amount.tiyn()).orElse(0L) + " " + line.state() + " "
                + line.externalId().orElse("-") + " "
                + line.paymentId().map(String::valueOf).orElse("-");
    }

    private static long count(GatewayFixture fixture, String table) {
        return fixture.gateway()
                .database()
                .<Long>transaction(sql -> sql.first("select count(*) from " + table, row -> row.getLong(1))
                        .orElseThrow());
    }

    /** Rows as the first tables of the adapters had them, and rows of their fourth. */
    private static void old(Map<String, String> books, String device) throws SQLException {
        migrate(books, "1");
        write(
                books,
                List.of(
                        config(1, device, "'5'"),
                        config(2, "another", "null"),
                        line("create", "'old-1'", 10_000, "applied"),
                        line("refund", "'17001'", 4_000, "applied"),
                        line("refund", "'17002'", 1_000, "unknown")));
        migrate(books, "4");
        write(
                books,
                List.of(
                        "update payment_log set payment_id = 17001 where external_id = 'old-1'",
                        "insert into payment_log (shop, config_id, operation, external_id, organization_bin, amount_tiyn,"
                                + " status, started_at, ended_at, payment_id, kind, order_key) values ('5', 1, 'create',"
                                + " 'old-4', '" + BIN + "', 5000, 'applied', " + TIME + ", " + TIME
                                + ", 17004, 'invoice', 'old-4')",
                        "insert into callback_seen values ('transaction-1', 1, " + TIME + ")",
                        "insert into callback_retries (invoice_id, transaction_id, successful, body, state, attempt,"
                                + " next_at, created_at, updated_at) values ('300000000001', 'transaction-2', true, '{}',"
                                + " 'done', 1, " + TIME + ", " + TIME + ", " + TIME + ")",
                        "insert into epay_refund (invoice_id, transaction_id, amount_tiyn, external_id, refund_key,"
                                + " status, started_at, ended_at) values ('300000000001', 'transaction-1', 2500, 'r-1',"
                                + " 'r-1', 'applied', " + TIME + ", " + TIME + ")"));
    }

    private static String config(int tradePoint, String device, String standard) {
        return "insert into payment_config (shop, organization_bin, trade_point_id, device_id, device_token, active,"
                + " default_of, description, created_at, updated_at) values ('5', '" + BIN + "', " + tradePoint
                + ", 'OLD-" + tradePoint + "', '" + device + "', true, " + standard + ", 'before the gateway', " + TIME
                + ", " + TIME + ")";
    }

    private static String line(String operation, String externalId, long tiyn, String status) {
        return "insert into payment_log (shop, config_id, operation, external_id, organization_bin, amount_tiyn, status,"
                + " started_at, ended_at) values ('5', 1, '" + operation + "', " + externalId + ", '" + BIN + "', "
                + tiyn
                + ", '" + status + "', " + TIME + ", " + TIME + ")";
    }

    private static void migrate(Map<String, String> books, String version) {
        Flyway.configure()
                .dataSource(
                        books.get("kzpay.gateway.database.url"),
                        books.getOrDefault("kzpay.gateway.database.user", ""),
                        books.getOrDefault("kzpay.gateway.database.password", ""))
                .locations("classpath:kz/paysandbox/adapters/merchant/migration")
                .table("kzpay_schema_history")
                .target(version)
                .load()
                .migrate();
    }

    private static void write(Map<String, String> books, List<String> rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        books.get("kzpay.gateway.database.url"),
                        books.getOrDefault("kzpay.gateway.database.user", ""),
                        books.getOrDefault("kzpay.gateway.database.password", ""));
                Statement statement = connection.createStatement()) {
            for (String row : rows) {
                statement.execute(row);
            }
        }
    }
}
