package kz.paysandbox.adapters.merchant.callback;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.epay.callback.Callback;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.merchant.callback.StoredCallback.State;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.merchant.store.StoredText;

/** The table {@code callback_retries}. */
final class CallbackRows {
    private static final int LONGEST_ERROR = 1000;
    private static final String COLUMNS = "select id, invoice_id, transaction_id, successful, body, state, attempt,"
            + " next_at, last_error from callback_retries ";

    private final Database database;
    private final Clock clock;

    CallbackRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A row with the callback itself. */
    record Row(StoredCallback stored, Callback callback) {}

    /**
     * Stores a callback that is due now; one that is there already is due again, and one that did not fit before is
     * replaced: it may have been forged under the number of this one.
     */
    void put(Callback callback) {
        String id = callback.id().toLowerCase(Locale.ROOT);
        String body = new String(callback.kept(), StandardCharsets.UTF_8);
        if (again(callback, id, body) == 0) {
            try {
                insert(callback, id, body);
            } catch (StoreFailed e) {
                if (!e.duplicate()) {
                    throw e;
                }
                again(callback, id, body);
            }
        }
    }

    private int again(Callback callback, String id, String body) {
        return database.transaction(sql -> sql.update(
                "update callback_retries set body = case when state = 'rejected' then ? else body end,"
                        + " last_error = case when state = 'rejected' then null else last_error end,"
                        + " state = 'waiting', attempt = 0, next_at = ?, updated_at = ?"
                        + " where invoice_id = ? and transaction_id = ? and successful = ?",
                body,
                clock.instant(),
                clock.instant(),
                callback.invoiceId().value(),
                id,
                callback.success()));
    }

    private void insert(Callback callback, String id, String body) {
        database.transaction(sql -> sql.insert(
                "insert into callback_retries (invoice_id, transaction_id, successful, body, state, attempt, next_at,"
                        + " created_at, updated_at) values (?, ?, ?, ?, 'waiting', 0, ?, ?, ?)",
                callback.invoiceId().value(),
                id,
                callback.success(),
                body,
                clock.instant(),
                clock.instant(),
                clock.instant()));
    }

    /** How many different callbacks of an invoice wait to be tried. */
    int waiting(InvoiceId invoiceId) {
        return database.transaction(sql -> sql.first(
                        "select count(*) from callback_retries where invoice_id = ? and state = 'waiting'",
                        row -> row.getInt(1),
                        invoiceId.value())
                .orElse(0));
    }

    Optional<Row> find(Callback callback) {
        return read(
                        "where invoice_id = ? and transaction_id = ? and successful = ?",
                        callback.invoiceId().value(),
                        callback.id().toLowerCase(Locale.ROOT),
                        callback.success())
                .stream()
                .findFirst();
    }

    List<Row> due(int most) {
        return read(
                "where state = 'waiting' and next_at <= ? order by next_at, id fetch first " + most + " rows only",
                clock.instant());
    }

    List<Row> due(InvoiceId invoiceId, int most) {
        return read(
                "where invoice_id = ? and state = 'waiting' and next_at <= ? order by next_at, id fetch first " + most
                        + " rows only",
                invoiceId.value(),
                clock.instant());
    }

    List<StoredCallback> in(State state, int most) {
        return read("where state = ? order by id fetch first " + most + " rows only", word(state)).stream()
                .map(Row::stored)
                .toList();
    }

    /** Takes a row for one try; false when another process has taken it. If this one dies, the row is due then. */
    boolean take(Row row, Instant next) {
        return database.transaction(sql -> sql.update(
                        "update callback_retries set attempt = attempt + 1, next_at = ?, updated_at = ?"
                                + " where id = ? and state = 'waiting' and attempt = ? and next_at <= ?",
                        next,
                        clock.instant(),
                        row.stored().id(),
                        row.stored().attempt(),
                        clock.instant()))
                == 1;
    }

    /** Ends a try, unless the callback came again meanwhile and is due anew. */
    void end(Row row, Instant taken, State state, Optional<String> error) {
        database.transaction(sql -> sql.update(
                "update callback_retries set state = ?, last_error = ?, updated_at = ?"
                        + " where id = ? and attempt = ? and next_at = ?",
                word(state),
                error.map(text -> StoredText.of(text, LONGEST_ERROR)),
                clock.instant(),
                row.stored().id(),
                row.stored().attempt() + 1,
                taken));
    }

    int prune(Duration olderThan) {
        return database.transaction(sql -> sql.update(
                "delete from callback_retries where (state = 'done' or state = 'rejected') and updated_at < ?",
                clock.instant().minus(olderThan)));
    }

    private List<Row> read(String where, Object... values) {
        return database.transaction(sql -> sql.query(COLUMNS + where, CallbackRows::row, values));
    }

    private static Row row(ResultSet row) throws SQLException {
        StoredCallback stored = new StoredCallback(
                row.getLong("id"),
                InvoiceId.of(row.getString("invoice_id")),
                row.getString("transaction_id"),
                row.getBoolean("successful"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempt"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("last_error")));
        return new Row(stored, Callback.parse(row.getString("body").getBytes(StandardCharsets.UTF_8)));
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
