package kz.paysandbox.adapters.merchant;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.FaultText;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.merchant.store.StoredText;
import kz.paysandbox.adapters.money.Tenge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer of {@code payment_log}: each change of a line is one transaction, and happens only from the state it
 * expects.
 */
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentLog.class);
    private static final int LONGEST_ERROR = 1000;
    private static final int MOST_PENDING = 1000;

    private final Database database;
    private final Clock clock;
    private final Queue<PendingEnd> pending = new ArrayBlockingQueue<>(MOST_PENDING);

    /** An end that could not be written; certain where it is the bank's own answer. */
    private record PendingEnd(long line, LineEnd end, boolean certain) {}

    Journal(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Writes the line before a call; empty when its order or payment is taken by another line. */
    OptionalLong begin(LineStart start) {
        writePending();
        try {
            return OptionalLong.of(database.transaction(sql -> insert(sql, start)));
        } catch (StoreFailed e) {
            if (e.duplicate()) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    private long insert(Sql sql, LineStart start) throws SQLException {
        return sql.insert(
                "insert into payment_log (shop, config_id, operation, kind, external_id, order_key, payment_id,"
                        + " open_payment, organization_bin, amount_tiyn, status, started_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'started', ?)",
                start.config().shop(),
                start.config().id(),
                start.operation().word(),
                start.kind(),
                start.externalId(),
                start.keyed() ? start.externalId() : Optional.empty(),
                start.paymentId(),
                start.operation() == Operation.REFUND ? start.paymentId() : Optional.empty(),
                start.config().bin().value(),
                start.amount().map(Tenge::tiyn),
                clock.instant());
    }

    /** Writes what a refund finds in the books before it leaves; false when the line is no longer its own. */
    boolean refundable(long line, Tenge before) {
        return database.transaction(sql -> sql.update(
                        "update payment_log set refundable_tiyn = ? where id = ? and status = 'started'",
                        before.tiyn(),
                        line))
                == 1;
    }

    /**
     * Completes a started line. If the database fails it is written later, before the next call, and the line is said
     * in the program's log.
     *
     * @param otherwise what is written later in that case
     * @return whether it is written; false also when somebody else has settled the line meanwhile
     */
    boolean end(long line, LineEnd end, LineEnd otherwise) {
        return end(new PendingEnd(line, end, false), otherwise);
    }

    /**
     * Completes a line with what its own call answered. An answer that came late, after somebody else had settled the
     * line, is written all the same where it is certain: the bank's word about this call counts more than a look or a
     * person's.
     */
    void answered(long line, LineEnd end) {
        end(new PendingEnd(line, end, true), end);
    }

    /** Makes a money call: if this program breaks, its line says that nobody knows. */
    <T> T call(long line, Supplier<T> call) {
        return guarded(line, LineState.UNKNOWN, "this program broke off: ", call);
    }

    /** Makes a reading before the money call: if it fails, its line says that nothing was sent. */
    <T> T reading(long line, Supplier<T> reading) {
        return guarded(line, LineState.NOT_APPLIED, "nothing was sent: ", reading);
    }

    private <T> T guarded(long line, LineState state, String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException | Error e) {
            LineEnd end = LineEnd.of(state, what + FaultText.of(e));
            end(line, end, end);
            throw e;
        }
    }

    private boolean end(PendingEnd ended, LineEnd otherwise) {
        long line = ended.line();
        try {
            return write(ended);
        } catch (StoreFailed e) {
            LOG.error(
                    "line {} of payment_log stays 'started', it should be '{}': {}",
                    line,
                    otherwise.state().word(),
                    e.getMessage());
            if (!pending.offer(new PendingEnd(line, otherwise, ended.certain()))) {
                LOG.error("too many lines to remember: line {} must be settled by hand", line);
            }
            return false;
        }
    }

    /** Completes lines that could not be completed when their calls ended. */
    void writePending() {
        for (PendingEnd ended = pending.poll(); ended != null; ended = pending.poll()) {
            try {
                write(ended);
            } catch (StoreFailed e) {
                pending.offer(ended);
                throw e;
            }
        }
    }

    private boolean write(PendingEnd ended) {
        return database.repeated(sql -> update(sql, ended.line(), ended.end(), "status = 'started'") == 1
                || (ended.certain() && late(sql, ended)));
    }

    private boolean late(Sql sql, PendingEnd ended) throws SQLException {
        LineState state = ended.end().state();
        if (state.unsettled()) {
            return false;
        }
        if (update(sql, ended.line(), ended.end(), "status = 'unknown'") == 1) {
            return true;
        }
        String other = state == LineState.APPLIED ? LineState.NOT_APPLIED.word() : LineState.APPLIED.word();
        if (state == LineState.APPLIED && completed(sql, ended)) {
            return true;
        }
        LineEnd corrected = ended.end()
                .explained("the bank's own answer came after the line was settled as " + other
                        + ended.end().error().map(text -> ": " + text).orElse(""));
        boolean written = update(sql, ended.line(), corrected, "status = '" + other + "'") == 1;
        if (written) {
            if (state == LineState.APPLIED) {
                takeKeyBack(sql, ended.line());
            }
            LOG.error(
                    "line {} of payment_log was settled as '{}', and the bank's own answer, which came later, is '{}'",
                    ended.line(),
                    other,
                    state.word());
        }
        return written;
    }

    /** Fills in what a line that was settled as applied does not know; false when it was settled otherwise. */
    private boolean completed(Sql sql, PendingEnd ended) throws SQLException {
        LineEnd end = ended.end();
        return sql.update(
                        "update payment_log set payment_id = coalesce(payment_id, cast(? as bigint)),"
                                + " return_operation_id = coalesce(return_operation_id, cast(? as bigint)),"
                                + " answer = coalesce(answer, cast(? as text)) where id = ? and status = 'applied'",
                        end.paymentId(),
                        end.returnOperationId(),
                        end.answer().map(text -> database.sealed(text, Line.place(ended.line()))),
                        ended.line())
                == 1;
    }

    /** An applied order or refund has its number, so that nothing is sent under it again; unless another line has it by now. */
    private static void takeKeyBack(Sql sql, long line) throws SQLException {
        Optional<Long> holder = sql.first(
                "select held.id from payment_log own join payment_log held on held.shop = own.shop"
                        + " and held.operation = own.operation and held.order_key = own.external_id where own.id = ?"
                        + " and held.id <> own.id",
                row -> row.getLong("id"),
                line);
        if (holder.isPresent()) {
            LOG.error(
                    "line {} of payment_log is applied, and line {} has its number by now: it is sent twice",
                    line,
                    holder.get());
            return;
        }
        sql.update(
                "update payment_log set order_key = external_id where id = ? and operation in ('create', 'refund')"
                        + " and kind is not null",
                line);
    }

    /** Settles a line that is started or unknown; false when it is neither any more. */
    boolean settle(long line, LineEnd end) {
        return database.transaction(sql -> update(sql, line, end, "(status = 'started' or status = 'unknown')")) == 1;
    }

    private int update(Sql sql, long line, LineEnd end, String when) throws SQLException {
        String freed = (end.state() == LineState.NOT_APPLIED ? ", order_key = null" : "")
                + (end.state().unsettled() ? "" : ", open_payment = null");
        return sql.update(
                "update payment_log set status = ?, error_message = ?, ended_at = ?,"
                        + " payment_id = coalesce(cast(? as bigint), payment_id),"
                        + " return_operation_id = cast(? as bigint), answer = ?" + freed + " where id = ? and " + when,
                end.state().word(),
                end.error().map(text -> StoredText.of(text, LONGEST_ERROR)),
                clock.instant(),
                end.paymentId(),
                end.returnOperationId(),
                end.answer().map(text -> database.sealed(text, Line.place(line))),
                line);
    }

    /** Frees an order whose payment is over without money, so that it may be opened again. */
    void free(long line) {
        database.transaction(sql -> sql.update("update payment_log set order_key = null where id = ?", line));
    }
}
