package kz.paysandbox.gateway.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.boot.DatabaseSetup;
import kz.paysandbox.gateway.boot.GatewaySettings;
import kz.paysandbox.gateway.boot.GatewaySurroundings;
import kz.paysandbox.gateway.store.GatewayDatabase;

/**
 * Writes of a gateway in another process that wait from some time on, so that it can be killed between two of them: by
 * triggers in its database, which wait for an advisory lock (PostgreSQL) or for ever (H2).
 */
final class HeldWrites implements AutoCloseable {
    /** What waits. */
    enum Write {
        /** What the bank has answered. */
        OUTCOME("money_operation", 1),
        /** The answer to an idempotency key; the outcome is written. */
        ANSWER("idempotency", 2);

        private final String table;
        private final int lock;

        Write(String table, int lock) {
            this.table = table;
            this.lock = lock;
        }

        private String trigger() {
            return "hold_" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final TestDatabase database;
    private final Map<String, String> settings;
    private final Path folder;
    private Optional<Connection> holder = Optional.empty();

    private HeldWrites(TestDatabase database, Map<String, String> settings, Path folder) {
        this.database = database;
        this.settings = settings;
        this.folder = folder;
    }

    /** Makes the tables and the triggers, which do nothing yet. */
    static HeldWrites in(TestDatabase database, Map<String, String> settings, Path folder) {
        try (GatewayDatabase tables = DatabaseSetup.open(GatewaySettings.of(settings), GatewaySurroundings.system())) {
            Files.createDirectories(folder);
            tables.transaction(sql -> {
                if (database == TestDatabase.POSTGRES) {
                    sql.update("create function hold_write() returns trigger as $$ begin"
                            + " perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint); return new; end $$"
                            + " language plpgsql");
                }
                for (Write write : Write.values()) {
                    sql.update("create trigger " + write.trigger() + " before update on " + write.table
                            + " for each row "
                            + (database == TestDatabase.POSTGRES
                                    ? "execute function hold_write('" + write.lock + "')"
                                    : "call '" + HoldingTrigger.class.getName() + "'"));
                }
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new HeldWrites(database, settings, folder);
    }

    /** What the gateway's process is to be started with. */
    String option() {
        return "-D" + HoldingTrigger.FOLDER + "=" + folder;
    }

    /** From now on these writes wait. */
    void hold(Write write) {
        try {
            if (database == TestDatabase.H2) {
                Files.createFile(folder.resolve(write.trigger()));
                return;
            }
            Connection connection = DriverManager.getConnection(
                    settings.get("kzpay.gateway.database.url"),
                    settings.get("kzpay.gateway.database.user"),
                    settings.get("kzpay.gateway.database.password"));
            holder = Optional.of(connection);
            first(connection, "select 1 from (select pg_advisory_lock(" + write.lock + ")) held");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** How many wait. */
    long waiting() {
        if (database == TestDatabase.POSTGRES) {
            return first(
                    holder.orElseThrow(),
                    "select count(*) from pg_locks where locktype = 'advisory' and not granted and database ="
                            + " (select oid from pg_database where datname = current_database())");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("waiting"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long first(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Nothing waits any more. */
    @Override
    public void close() {
        try {
            if (holder.isPresent()) {
                holder.get().close();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
