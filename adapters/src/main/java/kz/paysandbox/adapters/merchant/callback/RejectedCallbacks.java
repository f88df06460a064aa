package kz.paysandbox.adapters.merchant.callback;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import kz.paysandbox.adapters.epay.callback.Callback;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.merchant.store.StoredText;

/**
 * Callbacks that do not fit their order, kept in {@code callback_retries} to be looked at. Anybody can send them, so few
 * are kept: at most 20 of an invoice and 1000 in all, which several processes that keep one at the same moment may exceed
 * by one each.
 */
final class RejectedCallbacks {
    private static final int MOST_OF_AN_INVOICE = 20;
    private static final int MOST = 1000;
    private static final int LONGEST_ERROR = 1000;

    private final Database database;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();

    RejectedCallbacks(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Keeps a callback and why it does not fit, unless a row of its key is there, or too many are kept. */
    void keep(Callback callback, String why) {
        counting.lock();
        try {
            database.transaction(sql -> room(sql, callback) ? insert(sql, callback, why) : 0);
        } catch (StoreFailed e) {
            if (!e.duplicate()) {
                throw e;
            }
        } finally {
            counting.unlock();
        }
    }

    private static boolean room(Sql sql, Callback callback) throws SQLException {
        String invoice = callback.invoiceId().value();
        return count(
                                sql,
                                "invoice_id = ? and transaction_id = ? and successful = ?",
                                invoice,
                                id(callback),
                                callback.success())
                        == 0
                && count(sql, "invoice_id = ? and state = 'rejected'", invoice) < MOST_OF_AN_INVOICE
                && count(sql, "state = 'rejected'") < MOST;
    }

    private static int count(Sql sql, String where, Object... values) throws SQLException {
        return sql.first("select count(*) from callback_retries where " + where, row -> row.getInt(1), values)
                .orElse(0);
    }

    private long insert(Sql sql, Callback callback, String why) throws SQLException {
        return sql.insert(
                "insert into callback_retries (invoice_id, transaction_id, successful, body, state, attempt, next_at,"
                        + " last_error, created_at, updated_at) values (?, ?, ?, ?, 'rejected', 0, ?, ?, ?, ?)",
                callback.invoiceId().value(),
                id(callback),
                callback.success(),
                new String(callback.kept(), StandardCharsets.UTF_8),
                clock.instant(),
                StoredText.of(why, LONGEST_ERROR),
                clock.instant(),
                clock.instant());
    }

    private static String id(Callback callback) {
        return callback.id().toLowerCase(Locale.ROOT);
    }
}
