package kz.paysandbox.gateway.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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

    /** Notes the sender of what was received last for an order. */
    public static void sender(Sql sql, String invoiceId, String transactionId, String address) throws SQLException {
        sql.update(
                "update callback_retries set remote_address = ? where invoice_id = ? and transaction_id = ?",
                address,
                invoiceId,
                transactionId);
    }
}
