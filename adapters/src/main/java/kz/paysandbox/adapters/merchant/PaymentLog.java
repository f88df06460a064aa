package kz.paysandbox.adapters.merchant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.merchant.store.Database;

/**
 * The table {@code payment_log}: a line is written before each call that moves money and completed after it. Without
 * the first line no call is made. Of states that are asked for, each change is a line.
 */
public final class PaymentLog {
    /** Lines of one answer at most. */
    public static final int MOST = 10_000;

    private final Database database;

    private PaymentLog(Database database) {
        this.database = database;
    }

    /** The table of this database. */
    public static PaymentLog of(Database database) {
        return new PaymentLog(database);
    }

    /**
     * The last lines of a shop, newest first.
     *
     * @param most how many at most, from 1 to {@link #MOST}
     */
    public List<LogEntry> last(String shop, int most) {
        return read("where shop = ? order by id desc" + first(most), shop);
    }

    /**
     * What a shop did with one payment, oldest first: its create, if the bank's answer to it arrived, and all that
     * followed. A create whose answer was lost has no number and is found by its order, in {@link #ofOrder}.
     *
     * @param paymentId the bank's number ({@code QrPaymentId}, {@code PaymentId})
     */
    public List<LogEntry> ofPayment(String shop, long paymentId) {
        return read("where shop = ? and payment_id = ? order by id" + first(MOST), shop, paymentId);
    }

    /** The creates of an order and the refunds of a key, oldest first: every try of it. */
    public List<LogEntry> ofOrder(String shop, String number) {
        return read(
                "where shop = ? and external_id = ? and (operation = 'create' or operation = 'refund') order by id"
                        + first(MOST),
                shop,
                number);
    }

    /**
     * What was done for an organisation, oldest first, for reconciliation.
     *
     * @param from the first instant of {@code startedAt}
     * @param until the first instant after it
     * @param most how many at most, from 1 to {@link #MOST}
     */
    public List<LogEntry> ofBin(Bin bin, Instant from, Instant until, int most) {
        return read(
                "where organization_bin = ? and started_at >= ? and started_at < ? order by started_at, id"
                        + first(most),
                bin.value(),
                from,
                until);
    }

    /**
     * What was done in a span of time, oldest first: of a shop and for an organisation, where they are given.
     *
     * @param from the first instant of {@code startedAt}
     * @param until the first instant after it
     * @param most how many at most, from 1 to {@link #MOST}
     */
    public List<LogEntry> within(Optional<String> shop, Optional<Bin> bin, Instant from, Instant until, int most) {
        return read(
                "where started_at >= ? and started_at < ? and shop = coalesce(?, shop)"
                        + " and organization_bin = coalesce(?, organization_bin) order by started_at, id"
                        + first(most),
                from,
                until,
                shop,
                bin.map(Bin::value));
    }

    /**
     * Creates, refunds and cancellations of all shops whose outcome nobody knows, oldest first: {@code unknown}, and
     * {@code started} that began at the given instant or before.
     *
     * @param until calls that began later may still be under way
     * @param most how many at most, from 1 to {@link #MOST}
     */
    public List<LogEntry> unsettled(Instant until, int most) {
        return read(
                "where (status = 'unknown' or (status = 'started' and started_at <= ?))"
                        + " and (operation = 'create' or operation = 'refund' or operation = 'cancel') order by id"
                        + first(most),
                until);
    }

    private List<LogEntry> read(String where, Object... values) {
        return database.transaction(sql -> sql.query(Line.COLUMNS + where, Line::entry, values));
    }

    private static String first(int most) {
        return " fetch first " + Math.min(MOST, Math.max(1, most)) + " rows only";
    }
}
