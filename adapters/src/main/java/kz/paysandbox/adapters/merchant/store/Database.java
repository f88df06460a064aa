package kz.paysandbox.adapters.merchant.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables, on any DataSource of H2 or PostgreSQL, pooled or not, with autocommit or without; brought up to date when
 * opened. The DataSource gives connections of its own: not ones that take part in a transaction of the caller's.
 */
public final class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final String HISTORY = "kzpay_schema_history";
    private static final int ATTEMPTS = 5;

    private static final List<SealedColumn> SEALED = List.of(
            new SealedColumn(
                    "payment_config",
                    "id",
                    "device_token",
                    row -> tokenPlace(
                            row.getString("shop"), row.getString("organization_bin"), row.getLong("trade_point_id"))),
            new SealedColumn("payment_log", "id", "answer", row -> answerPlace(row.getLong("id"))));

    private final DataSource source;
    private final Optional<DatabaseKey> key;

    private Database(DataSource source, Optional<DatabaseKey> key) {
        this.source = source;
        this.key = key;
    }

    /** Opens a database and brings its tables up to date, beside whatever else it holds. */
    public static Database of(DataSource source) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:kz/paysandbox/adapters/merchant/migration")
                .table(HISTORY)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        return new Database(source, Optional.empty());
    }

    /**
     * Opens a file of H2, made when absent: enough for one program. What is committed is written at once, and outlives the
     * process.
     */
    public static Database file(Path file) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:file:" + file.toAbsolutePath() + ";DB_CLOSE_DELAY=0;WRITE_DELAY=0");
        return of(h2);
    }

    /**
     * The same database, whose device tokens and kept answers are encrypted at rest. Those that are there in plain text, or
     * under an older key of the file, are encrypted with the first key now.
     */
    public Database encryptedWith(DatabaseKey other) {
        Database encrypted = new Database(source, Optional.of(other));
        SEALED.forEach(encrypted::sealAnew);
        return encrypted;
    }

    /**
     * Work in a transaction.
     *
     * @param <T> what the work gives
     */
    @FunctionalInterface
    public interface Work<T> {
        /** Does the work on the transaction's connection; a failure undoes it. */
        T on(Sql sql) throws SQLException;
    }

    /**
     * Does work in a transaction of its own, which is committed when the work returns and undone when it fails.
     *
     * @throws StoreFailed when the database fails
     */
    public <T> T transaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            boolean auto = connection.getAutoCommit();
            if (auto) {
                connection.setAutoCommit(false);
            }
            try {
                return committed(connection, work);
            } finally {
                if (auto) {
                    autoCommit(connection, true);
                }
            }
        } catch (SQLException e) {
            throw StoreFailed.of(e);
        }
    }

    /**
     * Reads with one query, outside of a transaction: its end would be one more message to a server.
     *
     * @param query makes one query, and changes nothing
     * @throws StoreFailed when the database fails
     */
    public <T> T reading(Work<T> query) {
        try (Connection connection = source.getConnection()) {
            boolean auto = connection.getAutoCommit();
            if (!auto) {
                connection.setAutoCommit(true);
            }
            try {
                return query.on(new Sql(connection));
            } finally {
                if (!auto) {
                    autoCommit(connection, false);
                }
            }
        } catch (SQLException e) {
            throw StoreFailed.of(e);
        }
    }

    /**
     * Does work as {@link #transaction} does, and again, up to five times in all, where it collides with another
     * transaction ({@link StoreFailed#collision}).
     *
     * @param work finds the database as the other transaction left it when it is done again
     * @throws StoreFailed when the database fails, or at the fifth collision
     */
    public <T> T repeated(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction(work);
            } catch (StoreFailed e) {
                if (!e.collision() || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static <T> T committed(Connection connection, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.on(new Sql(connection));
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                undo(connection);
            }
        }
    }

    /** A failure to undo must not hide why. */
    private static void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("rollback failed: {}", FaultText.of(e));
        }
    }

    /** For a source that is no pool and keeps its connections; what has been committed stays so if this fails. */
    private static void autoCommit(Connection connection, boolean as) {
        try {
            connection.setAutoCommit(as);
        } catch (SQLException e) {
            LOG.debug("autocommit cannot be as it was again: {}", FaultText.of(e));
        }
    }

    /** As it is to be stored: encrypted where a key is set. */
    public String sealed(String text, String place) {
        return key.map(given -> given.seal(text, place)).orElse(text);
    }

    /**
     * As it was before {@link #sealed}; what was stored in plain text is read as it is.
     *
     * @throws StoreFailed when it is encrypted and no key, or another one, is set
     */
    public String opened(String stored, String place) {
        if (!DatabaseKey.sealed(stored)) {
            return stored;
        }
        return key.orElseThrow(() -> StoreFailed.unreadable(
                        place + " is encrypted: open the database with its key", new IllegalStateException("no key")))
                .open(stored, place);
    }

    /**
     * Encrypts the cells of a column that are in plain text or under an older key of the file, in batches; nothing is done
     * without a key, and cells that none of the keys opens stay as they are.
     *
     * @return how many were encrypted now
     */
    public int sealAnew(SealedColumn column) {
        return key.map(given -> new Resealing(this, given).column(column)).orElse(0);
    }

    /** What an encrypted device token is bound to: it cannot be read from another row. */
    public static String tokenPlace(String shop, String bin, long tradePointId) {
        return "device token of " + shop + ", " + bin + ", " + tradePointId;
    }

    /** What an encrypted answer of payment_log is bound to. */
    public static String answerPlace(long line) {
        return "answer in line " + line + " of payment_log";
    }
}
