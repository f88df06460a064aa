package kz.paysandbox.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.DatabaseKey;
import kz.paysandbox.adapters.merchant.store.SealedColumn;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A key that is set, or changed, where rows are there. */
class ResealingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-27T10:00:00Z"), ZoneOffset.UTC);
    private static final String TIMES = "timestamp with time zone '2026-11-27 10:00:00+00:00'";
    private static final List<String> COLUMNS = List.of(
            "device_token from payment_config",
            "answer from payment_log",
            "card_id from payment",
            "secret_hash from payment",
            "handed_out from payment",
            "card_id from saved_card",
            "secret from webhook_endpoint",
            "previous_secret from webhook_endpoint",
            "body from idempotency");

    @TempDir
    Path home;

    private DatabaseKey key(int... numbers) {
        StringBuilder lines = new StringBuilder();
        for (int number : numbers) {
            byte[] bytes = new byte[32];
            bytes[0] = (byte) number;
            lines.append(Base64.getEncoder().encodeToString(bytes)).append('\n');
        }
        try {
            return DatabaseKey.file(Files.writeString(home.resolve("key-file"), lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void written(GatewayDatabase database, int lines) {
        database.transaction(sql -> {
            sql.update("insert into payment_config (shop, organization_bin, trade_point_id, device_id, device_token,"
                    + " active, description, created_at, updated_at) values ('5', '180340021791', 1, 'till', 'plain',"
                    + " true, '', " + TIMES + ", " + TIMES + ")");
            for (int line = 0; line < lines; line++) {
                sql.update("insert into payment_log (shop, config_id, operation, organization_bin, status, answer,"
                        + " started_at) values ('5', 1, 'create', '180340021791', 'applied', 'plain', " + TIMES + ")");
            }
            sql.update("insert into payment (id, shop, provider, kind, status, authorized, late, amount_tiyn,"
                    + " ordered_tiyn, refunded_tiyn, currency, save_card, polling_ms, version, card_id, secret_hash, expires_at,"
                    + " handed_out, created_at, updated_at) values ('p', '5', 'epay', 'widget', 'pending', false, false,"
                    + " 1, 1, 0, 'KZT', false, 1, 1, 'plain', 'plain', " + TIMES + ", 'plain', " + TIMES + ", " + TIMES
                    + ")");
            sql.update(
                    "insert into saved_card (id, shop, account_id, card_id, card_hash, card_mask, active, created_at,"
                            + " updated_at) values ('c', '5', 'a', 'plain', 'h', 'm', true, " + TIMES + ", " + TIMES
                            + ")");
            sql.update("insert into webhook_endpoint (shop, url, secret, previous_secret, failures, created_at,"
                    + " updated_at) values ('5', 'u', 'plain', 'plain', 0, " + TIMES + ", " + TIMES + ")");
            return sql.update(
                    "insert into idempotency (token_id, idempotency_key, fingerprint, payment_id, http_status,"
                            + " body, expires_at, created_at) values (7, 'k', 'f', 'p', 200, 'plain', " + TIMES + ", "
                            + TIMES
                            + ")");
        });
    }

    private static List<String> cells(GatewayDatabase database, String column) {
        return database.transaction(sql -> sql.query("select " + column, row -> row.getString(1)));
    }

    /** All cells of the columns are read with these keys alone, and none is in clear. */
    private static void sealed(GatewayDatabase database, int lines) {
        for (String column : COLUMNS) {
            assertThat(cells(database, column))
                    .as(column)
                    .hasSize(column.endsWith("payment_log") ? lines : 1)
                    .allMatch(cell -> cell.startsWith("aes-gcm:"));
        }
        for (SealedColumn column : SealedColumns.ALL) {
            List<String> read = database.transaction(sql -> sql.query(
                    "select * from " + column.table(),
                    row -> database.database()
                            .opened(
                                    row.getString(column.column()),
                                    column.place().read(row))));
            assertThat(read).as(column.table()).containsExactly("plain");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_is_set_later_encrypts_what_is_there_in_clear(TestDatabase kind) {
        GatewayDatabase.Address address = kind.address();
        try (GatewayDatabase plain = GatewayDatabase.open(address, Optional.empty(), CLOCK)) {
            written(plain, 2001);
        }
        try (GatewayDatabase encrypted = GatewayDatabase.open(address, Optional.of(key(1)), CLOCK)) {
            sealed(encrypted, 2001);
        }
    }

    @ParameterizedTest
    @EnumSource
    void after_a_start_with_a_new_key_before_the_old_one_the_old_one_is_needed_no_longer(TestDatabase kind) {
        GatewayDatabase.Address address = kind.address();
        try (GatewayDatabase plain = GatewayDatabase.open(address, Optional.empty(), CLOCK)) {
            written(plain, 2);
        }
        GatewayDatabase.open(address, Optional.of(key(1)), CLOCK).close();
        GatewayDatabase.open(address, Optional.of(key(2, 1)), CLOCK).close();
        try (GatewayDatabase renewed = GatewayDatabase.open(address, Optional.of(key(2)), CLOCK)) {
            sealed(renewed, 2);
        }
    }

    @Test
    void a_start_changes_nothing_that_is_encrypted_with_the_first_key_or_with_none_of_them() {
        GatewayDatabase.Address address = TestDatabase.H2.address();
        try (GatewayDatabase plain = GatewayDatabase.open(address, Optional.empty(), CLOCK)) {
            written(plain, 1);
        }
        List<String> before;
        try (GatewayDatabase encrypted = GatewayDatabase.open(address, Optional.of(key(1)), CLOCK)) {
            before = cells(encrypted, COLUMNS.get(2));
        }
        for (DatabaseKey other : List.of(key(1), key(1, 2), key(3, 2))) {
            try (GatewayDatabase again = GatewayDatabase.open(address, Optional.of(other), CLOCK)) {
                assertThat(cells(again, COLUMNS.get(2))).isEqualTo(before);
            }
        }
    }
}
