package kz.paysandbox.adapters.merchant.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.merchant.LineState;
import kz.paysandbox.adapters.money.Tenge;

/**
 * One row of {@code epay_refund}.
 *
 * @param id the row
 * @param transaction what was refunded
 * @param amount in tenge; empty for everything
 * @param refundKey the shop's own number of the refund
 * @param state what became of it
 * @param finding why, or what was found
 * @param startedAt when it was written, before the call
 */
public record EpayRefundLine(
        long id,
        TransactionRef transaction,
        Optional<Tenge> amount,
        String refundKey,
        LineState state,
        String finding,
        Instant startedAt) {
    static EpayRefundLine of(ResultSet row) throws SQLException {
        return new EpayRefundLine(
                row.getLong("id"),
                new TransactionRef(row.getString("transaction_id"), InvoiceId.of(row.getString("invoice_id"))),
                Optional.ofNullable(row.getObject("amount_tiyn", Long.class)).map(Tenge::ofTiyn),
                row.getString("external_id"),
                LineState.of(row.getString("status")),
                Optional.ofNullable(row.getString("finding")).orElse(""),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }
}
