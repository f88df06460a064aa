package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoredText;

/**
 * The table {@code attention}: what a person must look into, each subject once.
 *
 * @param clock of its times
 */
public record AttentionTable(Clock clock) {
    private static final int LONGEST = 1000;

    /**
     * Something to look into.
     *
     * @param kind what happened
     * @param ref what it happened to, as the kind says
     */
    public record Subject(AttentionKind kind, String ref) {}

    /**
     * A row.
     *
     * @param id the row
     * @param subject what it is about
     * @param shop whose, if it is a shop's
     * @param paymentId the payment, if it is about one
     * @param what happened, and what to do
     * @param resolution how it was resolved; empty while it is open
     * @param createdAt when it was first seen
     */
    public record Item(
            long id,
            Subject subject,
            Optional<String> shop,
            Optional<String> paymentId,
            String what,
            Optional<String> resolution,
            Instant createdAt) {}

    /** Asks for a person's attention; a subject that is there already is open again, with the newer words. */
    public void raise(Sql sql, Subject subject, Optional<String> shop, Optional<String> paymentId, String what)
            throws SQLException {
        Instant now = clock.instant();
        int again = sql.update(
                "update attention set state = 'open', what = ?, resolution = null, updated_at = ?"
                        + " where kind = ? and ref = ?",
                StoredText.of(what, LONGEST),
                now,
                subject.kind().word(),
                subject.ref());
        if (again == 0) {
            sql.update(
                    "insert into attention (kind, ref, shop, payment_id, what, state, created_at, updated_at)"
                            + " values (?, ?, ?, ?, ?, 'open', ?, ?)",
                    subject.kind().word(),
                    subject.ref(),
                    shop,
                    paymentId,
                    StoredText.of(what, LONGEST),
                    now,
                    now);
        }
    }

    /** As {@link #raise}, unless the subject is there already, open or resolved. */
    public void raiseOnce(Sql sql, Subject subject, Optional<String> shop, Optional<String> paymentId, String what)
            throws SQLException {
        if (!known(sql, subject)) {
            raise(sql, subject, shop, paymentId, what);
        }
    }

    /** Whether a subject was ever brought to a person's attention. */
    public boolean known(Sql sql, Subject subject) throws SQLException {
        return sql.first(
                        "select id from attention where kind = ? and ref = ?",
                        row -> row.getLong("id"),
                        subject.kind().word(),
                        subject.ref())
                .isPresent();
    }

    /** Resolves a subject, if it is open. */
    public boolean resolve(Sql sql, Subject subject, String how) throws SQLException {
        return sql.update(
                        "update attention set state = 'resolved', resolution = ?, updated_at = ?"
                                + " where kind = ? and ref = ? and state = 'open'",
                        StoredText.of(how, LONGEST),
                        clock.instant(),
                        subject.kind().word(),
                        subject.ref())
                == 1;
    }

    /** Resolves a subject by a person's word, which stands even where the program has just resolved it. */
    public void resolveByHand(Sql sql, Subject subject, String how) throws SQLException {
        sql.update(
                "update attention set state = 'resolved', resolution = ?, updated_at = ? where kind = ? and ref = ?",
                StoredText.of(how, LONGEST),
                clock.instant(),
                subject.kind().word(),
                subject.ref());
    }

    /** A row. */
    public Optional<Item> find(Sql sql, long id) throws SQLException {
        return sql.first("select * from attention where id = ?", AttentionTable::read, id);
    }

    /** Open rows, oldest first. */
    public List<Item> open(Sql sql, int most) throws SQLException {
        return sql.query(
                "select * from attention where state = 'open' order by id fetch first " + most + " rows only",
                AttentionTable::read);
    }

    /** Operations of open rows whose line in the adapters' journal has ended meanwhile: the bank's answer came late. */
    public List<String> answered(Sql sql, int most) throws SQLException {
        return sql.query(
                "select o.id from attention a join money_operation o on o.id = a.ref join payment p on p.id = o.payment_id"
                        + " where a.kind = ? and a.state = 'open' and o.state = 'unknown'"
                        + " and (exists (select 1 from payment_log l where l.status in ('applied', 'not_applied')"
                        + " and l.external_id = case o.kind when 'refund' then o.id else o.payment_id end"
                        + " and l.operation = o.kind and l.shop = p.shop)"
                        + " or exists (select 1 from payment_log l where l.status in ('applied', 'not_applied')"
                        + " and l.payment_id = p.external_id and l.operation = 'cancel' and o.kind = 'cancel'"
                        + " and l.started_at >= o.created_at)) order by a.id fetch first " + most + " rows only",
                row -> row.getString("id"),
                AttentionKind.OPERATION.word());
    }

    /** How many are open. */
    public long count(Sql sql) throws SQLException {
        return sql.first(
                        "select count(*) as open_rows from attention where state = 'open'",
                        row -> row.getLong("open_rows"))
                .orElse(0L);
    }

    private static Item read(ResultSet row) throws SQLException {
        return new Item(
                row.getLong("id"),
                new Subject(AttentionKind.of(row.getString("kind")), row.getString("ref")),
                Rows.text(row, "shop"),
                Rows.text(row, "payment_id"),
                row.getString("what"),
                Rows.text(row, "resolution"),
                Rows.instant(row, "created_at"));
    }
}
