package kz.paysandbox.gateway.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.epay.callback.Callback;
import kz.paysandbox.adapters.merchant.store.Sql;

/** Callbacks of the adapters' table {@code callback_retries}: where they came from, and which ones were tried in vain. */
public final class ReceivedCallbacks {
    private ReceivedCallbacks() {}

    /**
     * One that was tried in vain and that no person was told of since.
     *
     * @param id the row
     * @param invoiceId the order
     * @param error why the last try failed
     */
    public record Exhausted(long id, String invoiceId, Optional<String> error) {}

    /** Those that no row of {@code attention} is newer than, oldest first. */
    public static List<Exhausted> untold(Sql sql, int most) throws SQLException {
        return sql.query(
                "select c.id, c.invoice_id, c.last_error from callback_retries c where c.state = 'exhausted'"
                        + " and not exists (select 1 from attention a where a.kind = 'callback'"
                        + " and a.ref = cast(c.id as varchar(100)) and a.updated_at >= c.updated_at)"
                        + " order by c.id fetch first " + most + " rows only",
                row -> new Exhausted(row.getLong("id"), row.getString("invoice_id"), Rows.text(row, "last_error")));
    }

    /** What the adapters tell callbacks apart by: one row each. */
    public record Key(String invoiceId, String transactionId, boolean successful) {
        /** Of a callback. */
        public static Key of(Callback callback) {
            return new Key(callback.invoiceId().value(), callback.id().toLowerCase(Locale.ROOT), callback.success());
        }
    }

    /** Whether the row of a callback is kept as refused: one that fits takes its place. */
    public static boolean refused(Sql sql, Key key) throws SQLException {
        return sql.first(
                        "select id from callback_retries where invoice_id = ? and transaction_id = ? and successful = ?"
                                + " and state = 'rejected'",
                        row -> row.getLong("id"),
                        key.invoiceId(),
                        key.transactionId(),
                        key.successful())
                .isPresent();
    }

    /**
     * Notes the sender of a row, the first one: copies may come from anybody.
     *
     * @param anew where the row was of another body before
     */
    public static void sender(Sql sql, Key key, String address, boolean anew) throws SQLException {
        sql.update(
                "update callback_retries set remote_address = ? where invoice_id = ? and transaction_id = ?"
                        + " and successful = ?" + (anew ? "" : " and remote_address is null"),
                address,
                key.invoiceId(),
                key.transactionId(),
                key.successful());
    }
}
