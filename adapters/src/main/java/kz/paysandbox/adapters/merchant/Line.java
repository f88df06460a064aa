package kz.paysandbox.adapters.merchant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Tenge;
import org.jspecify.annotations.Nullable;

/**
 * A line with what is kept in it to be given again; never in texts.
 *
 * @param entry what everybody may read
 * @param answer what an applied create gave
 */
record Line(LogEntry entry, Optional<String> answer) {
    static final String COLUMNS = "select id, shop, config_id, operation, kind, external_id, payment_id,"
            + " organization_bin, amount_tiyn, refundable_tiyn, status, bank_status, error_message, started_at, ended_at,"
            + " return_operation_id, answer from payment_log ";

    static Line read(ResultSet row, Database database) throws SQLException {
        LogEntry entry = entry(row);
        String answer = row.getString("answer");
        return new Line(entry, Optional.ofNullable(answer).map(stored -> database.opened(stored, place(entry.id()))));
    }

    /** What an encrypted answer is bound to. */
    static String place(long line) {
        return Database.answerPlace(line);
    }

    static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("id"),
                row.getString("shop"),
                row.getLong("config_id"),
                Operation.of(row.getString("operation")),
                Optional.ofNullable(row.getString("kind")),
                Optional.ofNullable(row.getString("external_id")),
                Optional.ofNullable(row.getObject("payment_id", Long.class)),
                Bin.of(row.getString("organization_bin")),
                Optional.ofNullable(row.getObject("amount_tiyn", Long.class)).map(Tenge::ofTiyn),
                Optional.ofNullable(row.getObject("refundable_tiyn", Long.class))
                        .map(Tenge::ofTiyn),
                LineState.of(row.getString("status")),
                Optional.ofNullable(row.getString("bank_status")),
                Optional.ofNullable(row.getString("error_message")),
                Optional.ofNullable(row.getObject("return_operation_id", Long.class)),
                instant(row.getObject("started_at", OffsetDateTime.class)),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? Instant.EPOCH : time.toInstant();
    }

    /** Without the answer, which may pay. */
    @Override
    public String toString() {
        return entry.toString();
    }
}
