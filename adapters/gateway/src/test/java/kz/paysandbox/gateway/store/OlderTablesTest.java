package kz.paysandbox.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.payment.Payment;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Check 42: a database of an earlier gateway, with its third tables and the fifth of the adapters, is taken over. */
class OlderTablesTest {
    private static final String ID = "9b1d0000-0000-4000-8000-00000000000";
    private static final String TIME = "timestamp with time zone '2026-01-15 10:00:00+05:00'";

    @ParameterizedTest
    @EnumSource
    void payments_keep_their_till_and_open_operations_are_found(TestDatabase kind) throws SQLException {
        GatewayDatabase.Address address = kind.address();
        migrate(address, "adapters/merchant", "kzpay_schema_history", "5");
        migrate(address, "gateway/store", "kzpay_gateway_history", "3");
        write(
                address,
                "insert into payment_config (shop, organization_bin, trade_point_id, device_id, device_token, active,"
                        + " description, created_at, updated_at) values ('5', '180340021791', 1, 'TILL', 'token', true, '', "
                        + TIME + ", " + TIME + ")",
                "insert into payment_log (shop, config_id, operation, external_id, organization_bin, status, started_at)"
                        + " values ('5', 1, 'create', '" + ID + "1', '180340021791', 'started', " + TIME + ")",
                payment(1),
                payment(2),
                payment(3),
                operation(1, "started", "'" + ID + "1'"),
                operation(2, "unknown", "'" + ID + "2'"),
                operation(3, "applied", "null"));
        try (GatewayDatabase database = GatewayDatabase.open(address, Optional.empty(), Clock.systemUTC())) {
            Tables tables = database.tables();
            Payment first = database.transaction(
                    sql -> tables.payments().find(sql, ID + "1").orElseThrow());
            assertThat(first.bank().configId()).contains(1L);
            assertThat(database.<List<String>>transaction(
                            sql -> tables.operations().startedWithout(sql, "settle", 10)))
                    .containsExactly(ID + "1");
            assertThat(database.<Long>transaction(sql -> tables.operations().unknown(sql)))
                    .isEqualTo(1);
            assertThat(database.<List<Long>>transaction(sql -> sql.query(
                            "select config_id from payment_log where shop = '5'", row -> row.getLong("config_id"))))
                    .containsExactly(1L);
            assertThat(database.migrate().applied()).isZero();
        }
    }

    private static String payment(int number) {
        return "insert into payment (id, shop, provider, kind, status, authorized, late, amount_tiyn, ordered_tiyn,"
                + " refunded_tiyn, currency, config_id, organization_bin, save_card, expires_at, polling_ms, version,"
                + " created_at, updated_at) values ('" + ID + number
                + "', '5', 'kaspi', 'invoice', 'pending', false, false, 10000, 10000, 0, 'KZT', 1, '180340021791', false, "
                + TIME + ", 5000, 0, " + TIME + ", " + TIME + ")";
    }

    private static String operation(int number, String state, String open) {
        return "insert into money_operation (id, payment_id, kind, amount_tiyn, state, open_payment, finding, created_at,"
                + " updated_at) values ('" + ID + number + "', '" + ID + number + "', 'create', 10000, '" + state
                + "', "
                + open + ", '', " + TIME + ", " + TIME + ")";
    }

    private static void migrate(GatewayDatabase.Address address, String tables, String history, String version) {
        Flyway.configure()
                .dataSource(
                        address.url(),
                        address.user().orElse(""),
                        address.password().orElse(""))
                .locations("classpath:kz/paysandbox/" + tables + "/migration")
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target(version)
                .load()
                .migrate();
    }

    private static void write(GatewayDatabase.Address address, String... rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        address.url(),
                        address.user().orElse(""),
                        address.password().orElse(""));
                Statement statement = connection.createStatement()) {
            for (String row : rows) {
                statement.execute(row);
            }
        }
    }
}
