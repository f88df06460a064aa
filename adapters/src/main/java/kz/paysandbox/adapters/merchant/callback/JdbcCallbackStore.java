package kz.paysandbox.adapters.merchant.callback;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import kz.paysandbox.adapters.epay.callback.CallbackStore;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoreFailed;

/** The table {@code callback_seen}: what the shop does and what is remembered of it are one transaction. */
public final class JdbcCallbackStore implements CallbackStore {
    private static final int NOTHING = -1;

    private final Database database;
    private final Clock clock;

    private JdbcCallbackStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The table of this database. */
    public static JdbcCallbackStore of(Database database, Clock clock) {
        return new JdbcCallbackStore(database, clock);
    }

    /**
     * What a shop does in the transaction.
     */
    @FunctionalInterface
    public interface Handler {
        /**
         * Acts on a stage that is new.
         *
         * @param connection the transaction's: what is written on it is kept together with the memory, or not at all; must
         *     be neither committed nor closed
         */
        void handle(Connection connection) throws SQLException;
    }

    @Override
    public Seen once(String transactionId, int stage, Runnable handler) {
        return onceWith(transactionId, stage, connection -> handler.run());
    }

    /**
     * As {@link #once}, and the shop writes on the same connection.
     *
     * @throws StoreFailed when the database fails; nothing is remembered then, and nothing of the shop's is kept
     */
    public Seen onceWith(String transactionId, int stage, Handler handler) {
        known(transactionId);
        return database.transaction(sql -> act(sql, transactionId, stage, handler));
    }

    /**
     * The same memory inside a transaction of the shop's own, which the shop commits or undoes.
     *
     * @param connection without autocommit
     */
    public CallbackStore within(Connection connection) {
        return (transactionId, stage, handler) -> {
            try {
                Sql sql = new Sql(connection);
                addedIfNew(sql, transactionId);
                return act(sql, transactionId, stage, same -> handler.run());
            } catch (SQLException e) {
                throw StoreFailed.of(e);
            }
        };
    }

    /** The row must be there to be locked; two callers may add it at once. */
    private void known(String transactionId) {
        try {
            database.transaction(sql -> sql.first(
                                    "select stage from callback_seen where transaction_id = ?",
                                    row -> row.getInt("stage"),
                                    transactionId)
                            .isPresent()
                    ? 0
                    : add(sql, transactionId));
        } catch (StoreFailed e) {
            if (!e.duplicate()) {
                throw e;
            }
        }
    }

    private int add(Sql sql, String transactionId) throws SQLException {
        return sql.update(
                "insert into callback_seen (transaction_id, stage, updated_at) values (?, ?, ?)",
                transactionId,
                NOTHING,
                clock.instant());
    }

    /** A refused insert would spoil the shop's transaction on PostgreSQL, so it is undone to a savepoint. */
    private void addedIfNew(Sql sql, String transactionId) throws SQLException {
        Savepoint before = sql.connection().setSavepoint();
        try {
            add(sql, transactionId);
        } catch (SQLException e) {
            sql.connection().rollback(before);
            if (!StoreFailed.of(e).duplicate()) {
                throw e;
            }
        }
    }

    private Seen act(Sql sql, String transactionId, int stage, Handler handler) throws SQLException {
        int known = sql.first(
                        "select stage from callback_seen where transaction_id = ? for update",
                        row -> row.getInt("stage"),
                        transactionId)
                .orElse(NOTHING);
        if (known >= stage) {
            return known == stage ? Seen.DUPLICATE : Seen.OUTDATED;
        }
        handler.handle(sql.connection());
        sql.update(
                "update callback_seen set stage = ?, updated_at = ? where transaction_id = ?",
                stage,
                clock.instant(),
                transactionId);
        return Seen.FIRST;
    }
}
