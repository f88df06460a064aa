package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.store.PaymentTable.Position;

/**
 * The table {@code reconciliation}: one report for each shop, organisation and day.
 *
 * @param clock of its times
 */
public record ReconciliationTable(Clock clock) {
    private static final int MOST = 1000;

    /**
     * A report, or as much of it as is done.
     *
     * @param id the row
     * @param subject what was compared
     * @param position the last payment that was compared
     * @param sums of those
     * @param done whether all of them are
     * @param updatedAt when it last changed
     */
    public record Report(long id, Subject subject, Position position, Sums sums, boolean done, Instant updatedAt) {}

    /**
     * What is compared.
     *
     * @param shop whose payments
     * @param bin of which organisation
     * @param day on which they were made, at UTC+5
     */
    public record Subject(String shop, String bin, LocalDate day) {}

    /**
     * What the comparison has found, in tenge.
     *
     * @param payments how many
     * @param completed paid, by our books
     * @param refunded given back, by our books
     * @param bankCompleted paid, by the bank's
     * @param bankRefunded given back, by the bank's
     * @param differences payments of which the books differ
     */
    public record Sums(
            int payments, Tenge completed, Tenge refunded, Tenge bankCompleted, Tenge bankRefunded, int differences) {
        /** Of nothing. */
        public static final Sums NONE = new Sums(0, Tenge.ZERO, Tenge.ZERO, Tenge.ZERO, Tenge.ZERO, 0);
    }

    /**
     * Shops and organisations that made payments in a span of time.
     *
     * @param bin of one organisation; empty for all
     */
    public List<Subject> subjects(Sql sql, LocalDate day, Instant from, Instant until, Optional<String> bin)
            throws SQLException {
        return sql
                .query(
                        "select distinct shop, organization_bin from payment where organization_bin is not null"
                                + " and created_at >= ? and created_at < ? order by shop, organization_bin",
                        row -> new Subject(row.getString("shop"), row.getString("organization_bin"), day),
                        from,
                        until)
                .stream()
                .filter(subject -> bin.isEmpty() || subject.bin().equals(bin.get()))
                .toList();
    }

    /** Begins a report, or begins one anew that there is; gives its row. */
    public long begin(Sql sql, Subject subject, Instant from) throws SQLException {
        Instant now = clock.instant();
        int again = sql.update(
                "update reconciliation set state = 'running', last_at = ?, last_id = '', payments = 0, completed_tiyn = 0,"
                        + " refunded_tiyn = 0, bank_completed_tiyn = 0, bank_refunded_tiyn = 0, differences = 0,"
                        + " updated_at = ? where shop = ? and organization_bin = ? and day_of = ?",
                from,
                now,
                subject.shop(),
                subject.bin(),
                subject.day().toString());
        if (again == 0) {
            sql.update(
                    "insert into reconciliation (shop, organization_bin, day_of, state, last_at, last_id, payments,"
                            + " completed_tiyn, refunded_tiyn, bank_completed_tiyn, bank_refunded_tiyn, differences,"
                            + " created_at, updated_at) values (?, ?, ?, 'running', ?, '', 0, 0, 0, 0, 0, 0, ?, ?)",
                    subject.shop(),
                    subject.bin(),
                    subject.day().toString(),
                    from,
                    now,
                    now);
        }
        return sql.first(
                        "select id from reconciliation where shop = ? and organization_bin = ? and day_of = ?",
                        row -> row.getLong("id"),
                        subject.shop(),
                        subject.bin(),
                        subject.day().toString())
                .orElseThrow();
    }

    /** Keeps how far a report is, unless it was begun anew meanwhile. */
    public void keep(Sql sql, Report before, Position position, Sums sums, boolean done) throws SQLException {
        sql.update(
                "update reconciliation set state = ?, last_at = ?, last_id = ?, payments = ?, completed_tiyn = ?,"
                        + " refunded_tiyn = ?, bank_completed_tiyn = ?, bank_refunded_tiyn = ?, differences = ?,"
                        + " updated_at = ? where id = ? and last_at = ? and last_id = ?",
                done ? "done" : "running",
                position.createdAt(),
                position.id(),
                sums.payments(),
                sums.completed().tiyn(),
                sums.refunded().tiyn(),
                sums.bankCompleted().tiyn(),
                sums.bankRefunded().tiyn(),
                sums.differences(),
                clock.instant(),
                before.id(),
                before.position().createdAt(),
                before.position().id());
    }

    /** A report. */
    public Optional<Report> find(Sql sql, long id) throws SQLException {
        return sql.first("select * from reconciliation where id = ?", ReconciliationTable::read, id);
    }

    /** The reports of a day, at most 1000. */
    public List<Report> of(Sql sql, LocalDate day) throws SQLException {
        return sql.query(
                "select * from reconciliation where day_of = ? order by organization_bin, shop fetch first " + MOST
                        + " rows only",
                ReconciliationTable::read,
                day.toString());
    }

    private static Report read(ResultSet row) throws SQLException {
        return new Report(
                row.getLong("id"),
                new Subject(
                        row.getString("shop"),
                        row.getString("organization_bin"),
                        LocalDate.parse(row.getString("day_of"))),
                new Position(Rows.instant(row, "last_at"), row.getString("last_id")),
                new Sums(
                        row.getInt("payments"),
                        Tenge.ofTiyn(row.getLong("completed_tiyn")),
                        Tenge.ofTiyn(row.getLong("refunded_tiyn")),
                        Tenge.ofTiyn(row.getLong("bank_completed_tiyn")),
                        Tenge.ofTiyn(row.getLong("bank_refunded_tiyn")),
                        row.getInt("differences")),
                row.getString("state").equals("done"),
                Rows.instant(row, "updated_at"));
    }
}
