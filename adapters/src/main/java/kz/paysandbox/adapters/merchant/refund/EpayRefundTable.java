package kz.paysandbox.adapters.merchant.refund;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.merchant.LineState;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.merchant.store.StoredText;
import kz.paysandbox.adapters.money.Tenge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table {@code epay_refund}: each change of a row is one transaction, and happens only from the states it expects. */
final class EpayRefundTable {
    private static final Logger LOG = LoggerFactory.getLogger(EpayRefunds.class);
    private static final int LONGEST_FINDING = 1000;
    private static final String COLUMNS = "select id, invoice_id, transaction_id, amount_tiyn, external_id, status,"
            + " finding, started_at from epay_refund ";
    private static final String OPEN = "(status = 'started' or status = 'unknown')";

    private final Database database;
    private final Clock clock;

    EpayRefundTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes a row before its call; empty when its key or payment is taken by another row. */
    OptionalLong begin(TransactionRef transaction, Optional<Tenge> amount, String key) {
        try {
            return OptionalLong.of(database.transaction(sql -> sql.insert(
                    "insert into epay_refund (invoice_id, transaction_id, amount_tiyn, external_id, refund_key,"
                            + " open_invoice, status, started_at) values (?, ?, ?, ?, ?, ?, 'started', ?)",
                    transaction.invoiceId().value(),
                    transaction.id(),
                    amount.map(Tenge::tiyn),
                    key,
                    key,
                    transaction.invoiceId().value(),
                    clock.instant())));
        } catch (StoreFailed e) {
            if (e.duplicate()) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    Optional<EpayRefundLine> holder(String key) {
        return first(COLUMNS + "where refund_key = ?", key);
    }

    /** The row that has a key, else the last one that had it. */
    Optional<EpayRefundLine> last(String key) {
        return first(
                COLUMNS + "where external_id = ? order by case when refund_key is null then 1 else 0 end, id desc"
                        + " fetch first 1 rows only",
                key);
    }

    Optional<EpayRefundLine> open(InvoiceId invoice) {
        return first(COLUMNS + "where open_invoice = ?", invoice.value());
    }

    /** Unknown ones, and ones that were started at this moment or before and never ended; the oldest first. */
    List<EpayRefundLine> unsettled(Instant until, int most) {
        return database.transaction(sql -> sql.query(
                COLUMNS + "where status = 'unknown' or (status = 'started' and started_at <= ?) order by id limit ?",
                EpayRefundLine::of,
                until,
                most));
    }

    Optional<EpayRefundLine> line(long id) {
        return first(COLUMNS + "where id = ?", id);
    }

    /** Marks the moment in which a refund leaves; false when somebody has settled its row meanwhile. */
    boolean leaves(long id) {
        return database.transaction(sql -> sql.update(
                        "update epay_refund set started_at = ? where id = ? and status = 'started'",
                        clock.instant(),
                        id))
                == 1;
    }

    /**
     * Completes a row with what its own call answered: a proof is written whatever was said of the row meanwhile, and an
     * applied refund takes its key back. Where the two contradict each other, or another row has the key by now, that is
     * said in the program's log.
     */
    void answered(long id, LineState state, String finding) {
        database.repeated(sql -> end(sql, id, state, finding, "", OPEN) == 1
                        ? Optional.<String>empty()
                        : late(sql, id, state, finding))
                .ifPresent(contradiction -> LOG.error("row {} of epay_refund {}", id, contradiction));
    }

    /** Corrects a row that somebody else has settled otherwise; gives what is to be said of it. */
    private Optional<String> late(Sql sql, long id, LineState state, String finding) throws SQLException {
        if (state.unsettled()) {
            return Optional.empty();
        }
        LineState other = state == LineState.APPLIED ? LineState.NOT_APPLIED : LineState.APPLIED;
        Optional<Long> holder = state == LineState.APPLIED ? holderOfKey(sql, id) : Optional.empty();
        boolean takesKey = state == LineState.APPLIED && holder.isEmpty();
        String corrected = "the bank's own answer came after the row was settled as " + other.word()
                + (finding.isEmpty() ? "" : ": " + finding);
        String when = "status = '" + other.word() + "'";
        if (end(sql, id, state, corrected, takesKey ? ", refund_key = external_id" : "", when) == 0) {
            return Optional.empty();
        }
        return Optional.of("was settled as '" + other.word() + "', and the bank's own answer, which came later, is '"
                + state.word() + "'"
                + holder.map(row -> "; row " + row + " has its key by now: it is sent twice")
                        .orElse(""));
    }

    /** Another row that has the key of this one. */
    private static Optional<Long> holderOfKey(Sql sql, long id) throws SQLException {
        return sql.first(
                "select held.id from epay_refund own join epay_refund held on held.refund_key = own.external_id"
                        + " where own.id = ? and held.id <> own.id",
                row -> row.getLong("id"),
                id);
    }

    /** Settles a row that is started or unknown; false when it is neither any more. */
    boolean settle(long id, LineState state, String finding) {
        return database.transaction(sql -> end(sql, id, state, finding, "", OPEN)) == 1;
    }

    private int end(Sql sql, long id, LineState state, String finding, String taken, String when) throws SQLException {
        String freed = taken
                + (state == LineState.NOT_APPLIED ? ", refund_key = null" : "")
                + (state.unsettled() ? "" : ", open_invoice = null");
        return sql.update(
                "update epay_refund set status = ?, finding = ?, ended_at = ?" + freed + " where id = ? and " + when,
                state.word(),
                StoredText.of(finding, LONGEST_FINDING),
                clock.instant(),
                id);
    }

    private Optional<EpayRefundLine> first(String query, Object value) {
        return database.transaction(sql -> sql.first(query, EpayRefundLine::of, value));
    }
}
