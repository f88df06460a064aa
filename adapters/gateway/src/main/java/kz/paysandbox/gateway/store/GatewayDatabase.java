package kz.paysandbox.gateway.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.DatabaseKey;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateResult;
import org.h2.api.ErrorCode;

/** The database: a pool of connections, the adapters' tables and the gateway's, brought up to date when opened. */
public final class GatewayDatabase implements AutoCloseable {
    private static final String HISTORY = "kzpay_gateway_history";
    private static final int VALID_WITHIN_SECONDS = 2;

    private final HikariDataSource pool;
    private final Database database;
    private final Tables tables;

    private GatewayDatabase(HikariDataSource pool, Database database, Clock clock) {
        this.pool = pool;
        this.database = database;
        this.tables = Tables.of(database, clock);
    }

    /**
     * How to reach a database.
     *
     * @param url of JDBC: H2 or PostgreSQL
     * @param user empty for H2's own
     * @param password read when a connection is made
     * @param connections at most
     */
    public record Address(String url, Optional<String> user, Optional<String> password, int connections) {
        /** Whether it is a file of H2, which serves one process. */
        public boolean file() {
            return url.startsWith("jdbc:h2:file:");
        }

        @Override
        public String toString() {
            return url;
        }
    }

    /**
     * What a migration did.
     *
     * @param version of the gateway's tables
     * @param applied how many steps were made now
     */
    public record Migration(String version, int applied) {}

    /**
     * Opens a database and brings both sets of tables up to date.
     *
     * @param key encrypts device tokens, card names, secrets and kept answers, also those that are there in clear or under
     *     an older key of the file; empty keeps them in clear
     * @throws DatabaseInUse when it is a file of H2 that another process has open
     */
    public static GatewayDatabase open(Address address, Optional<DatabaseKey> key, Clock clock) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        address.user().ifPresent(config::setUsername);
        address.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(address.connections());
        config.setAutoCommit(false);
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        config.setPoolName("gateway");
        config.setExceptionOverride(new ClosedDatabases());
        HikariDataSource pool = pool(config, address);
        try {
            Database plain = Database.of(pool);
            migrate(pool);
            Database database = key.map(plain::encryptedWith).orElse(plain);
            SealedColumns.ALL.forEach(database::sealAnew);
            return new GatewayDatabase(pool, database, clock);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariDataSource pool(HikariConfig config, Address address) {
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException refused
                        && refused.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                    throw new DatabaseInUse(address.url(), e);
                }
            }
            throw e;
        }
    }

    /** Brings the gateway's tables up to date; nothing is done where they are. */
    public Migration migrate() {
        return migrate(pool);
    }

    private static Migration migrate(DataSource source) {
        Flyway flyway = Flyway.configure(GatewayDatabase.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:kz/paysandbox/gateway/store/migration")
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
        MigrateResult result = flyway.migrate();
        MigrationInfo now = flyway.info().current();
        return new Migration(now == null ? "0" : String.valueOf(now.getVersion()), result.migrationsExecuted);
    }

    /** The adapters' database: payment_config, payment_log, callbacks, refunds of ePay. */
    public Database database() {
        return database;
    }

    /** The gateway's tables. */
    public Tables tables() {
        return tables;
    }

    /** Work in a transaction, as {@link Database#transaction}. */
    public <T> T transaction(Database.Work<T> work) {
        return database.transaction(work);
    }

    /** Work that is done again where it collides, as {@link Database#repeated}. */
    public <T> T repeated(Database.Work<T> work) {
        return database.repeated(work);
    }

    /** Whether the database answers now. */
    public boolean reachable() {
        try (Connection connection = pool.getConnection()) {
            boolean valid = connection.isValid(VALID_WITHIN_SECONDS);
            if (!valid) {
                pool.evictConnection(connection);
            }
            return valid;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
