package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.money.Tenge;

/**
 * The tables {@code receipt} and {@code receipt_number}: one receipt a sale and a refund, numbered by shop and year
 * without gaps or doubles.
 *
 * @param clock when they are issued
 */
public record ReceiptTable(Clock clock) {
    /** What a receipt is for. */
    public enum Kind {
        /** Money that was taken. */
        SALE,
        /** Money that was given back. */
        REFUND;

        /** As tables and answers have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A receipt.
     *
     * @param number shop, year and number: {@code 5-2027-000001}
     * @param kind sale or refund
     * @param paymentId the payment
     * @param shop whose
     * @param amount in tenge
     * @param issuedAt when
     * @param snapshot the payment as it was then, JSON without secrets
     */
    public record Receipt(
            String number, Kind kind, String paymentId, String shop, Tenge amount, Instant issuedAt, String snapshot) {}

    /**
     * What a receipt is issued for.
     *
     * @param paymentId the payment
     * @param operationId the refund; empty for the sale
     * @param shop whose
     * @param amount in tenge
     * @param snapshot the payment as it is, JSON without secrets, at most 4,000 characters
     */
    public record Ground(String paymentId, Optional<String> operationId, String shop, Tenge amount, String snapshot) {}

    /**
     * Issues a receipt, unless there is one for this sale or refund.
     *
     * @param year of the shop's calendar
     */
    public Receipt issue(Sql sql, Ground ground, int year) throws SQLException {
        Optional<Receipt> there = existing(sql, ground);
        if (there.isPresent()) {
            return there.get();
        }
        String number = String.format(Locale.ROOT, "%s-%d-%06d", ground.shop(), year, next(sql, ground.shop(), year));
        Kind kind = ground.operationId().isPresent() ? Kind.REFUND : Kind.SALE;
        Instant now = clock.instant();
        sql.update(
                "insert into receipt (payment_id, operation_id, kind, sale_of, receipt_number, shop, amount_tiyn, issued_at,"
                        + " snapshot) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ground.paymentId(),
                ground.operationId(),
                kind.word(),
                kind == Kind.SALE ? Optional.of(ground.paymentId()) : Optional.empty(),
                number,
                ground.shop(),
                ground.amount().tiyn(),
                now,
                ground.snapshot());
        return new Receipt(number, kind, ground.paymentId(), ground.shop(), ground.amount(), now, ground.snapshot());
    }

    private static Optional<Receipt> existing(Sql sql, Ground ground) throws SQLException {
        return ground.operationId().isPresent()
                ? sql.first(
                        "select * from receipt where operation_id = ?",
                        ReceiptTable::read,
                        ground.operationId().get())
                : sql.first("select * from receipt where sale_of = ?", ReceiptTable::read, ground.paymentId());
    }

    /** The row of the shop's year is locked until the transaction ends, so that numbers have neither gaps nor doubles. */
    private static long next(Sql sql, String shop, int year) throws SQLException {
        if (sql.update(
                        "update receipt_number set last_number = last_number + 1 where shop = ? and year_of = ?",
                        shop,
                        year)
                == 0) {
            sql.update("insert into receipt_number (shop, year_of, last_number) values (?, ?, 1)", shop, year);
        }
        return sql.first(
                        "select last_number from receipt_number where shop = ? and year_of = ?",
                        row -> row.getLong("last_number"),
                        shop,
                        year)
                .orElseThrow();
    }

    /** A receipt of a shop by its number. */
    public Optional<Receipt> find(Sql sql, String number) throws SQLException {
        return sql.first("select * from receipt where receipt_number = ?", ReceiptTable::read, number);
    }

    /** The receipts of a payment, oldest first: its sale, then its refunds. */
    public List<Receipt> of(Sql sql, String paymentId) throws SQLException {
        return sql.query(
                "select * from receipt where payment_id = ? order by id fetch first 1000 rows only",
                ReceiptTable::read,
                paymentId);
    }

    private static Receipt read(ResultSet row) throws SQLException {
        return new Receipt(
                row.getString("receipt_number"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("payment_id"),
                row.getString("shop"),
                Tenge.ofTiyn(row.getLong("amount_tiyn")),
                Rows.instant(row, "issued_at"),
                row.getString("snapshot"));
    }
}
