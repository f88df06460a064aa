package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.paysandbox.adapters.merchant.store.Sql;

/**
 * The table {@code job}: what is to be done, each kind and subject once. A job is claimed for a while by
 * compare-and-set; a node that dies leaves it to the others when its claim ends.
 *
 * @param clock of claims and due times
 */
public record JobTable(Clock clock) {
    /**
     * Something to be done.
     *
     * @param id the row
     * @param kind which handler
     * @param ref what about
     * @param attempt how often it was begun before
     * @param dueAt when it is due
     */
    public record Job(long id, String kind, String ref, int attempt, Instant dueAt) {}

    /** Adds a job; refuses as a duplicate when the kind has one for this subject. */
    public void insert(Sql sql, String kind, String ref, Instant dueAt) throws SQLException {
        sql.update(
                "insert into job (kind, ref, due_at, attempt, created_at) values (?, ?, ?, 0, ?)",
                kind,
                ref,
                dueAt,
                clock.instant());
    }

    /**
     * Adds a job, unless the kind has one for this subject, which then cannot end before the transaction does: who ends
     * it sees what the transaction wrote.
     */
    public void insertIfAbsent(Sql sql, String kind, String ref, Instant dueAt) throws SQLException {
        if (sql.update("update job set attempt = attempt where kind = ? and ref = ?", kind, ref) == 0) {
            insert(sql, kind, ref, dueAt);
        }
    }

    /** Adds a job that this node has claimed from the start, for work that it does itself at once. */
    public void insertClaimed(Sql sql, String kind, String ref, Instant dueAt, String node, Duration lease)
            throws SQLException {
        Instant now = clock.instant();
        sql.update(
                "insert into job (kind, ref, due_at, attempt, claimed_by, claimed_until, created_at)"
                        + " values (?, ?, ?, 0, ?, ?, ?)",
                kind,
                ref,
                dueAt,
                node,
                now.plus(lease),
                now);
    }

    /** Unclaimed jobs that are due at an instant, the oldest first. */
    public List<Job> due(Sql sql, List<String> kinds, Instant until, int most) throws SQLException {
        Object[] values = new Object[kinds.size() + 2];
        values[0] = until;
        values[1] = clock.instant();
        for (int i = 0; i < kinds.size(); i++) {
            values[i + 2] = kinds.get(i);
        }
        return sql.query(
                "select id, kind, ref, attempt, due_at from job where due_at <= ?"
                        + " and (claimed_until is null or claimed_until <= ?) and kind in (?"
                        + ", ?".repeat(kinds.size() - 1) + ") order by due_at, id fetch first " + most + " rows only",
                JobTable::read,
                values);
    }

    /** Claims a job for a while; false when another node has claimed it or it is gone. */
    public boolean claim(Sql sql, Job job, String node, Duration lease) throws SQLException {
        Instant now = clock.instant();
        return sql.update(
                        "update job set claimed_by = ?, claimed_until = ?, attempt = attempt + 1 where id = ?"
                                + " and attempt = ? and due_at <= ? and (claimed_until is null or claimed_until <= ?)",
                        node,
                        now.plus(lease),
                        job.id(),
                        job.attempt(),
                        now,
                        now)
                == 1;
    }

    /** Makes a claim longer; false when it has been lost meanwhile. */
    public boolean renew(Sql sql, Job job, String node, Duration lease) throws SQLException {
        return sql.update(
                        "update job set claimed_until = ? where id = ? and claimed_by = ?",
                        clock.instant().plus(lease),
                        job.id(),
                        node)
                == 1;
    }

    /** Puts a claimed job off, and gives the claim up; false when the claim has been lost meanwhile. */
    public boolean putOff(Sql sql, Job job, String node, Instant dueAt, int attempt) throws SQLException {
        return sql.update(
                        "update job set due_at = ?, attempt = ?, claimed_by = null, claimed_until = null where id = ?"
                                + " and claimed_by = ?",
                        dueAt,
                        attempt,
                        job.id(),
                        node)
                == 1;
    }

    /** Makes a job due at an earlier time, whoever has claimed it. */
    public void hasten(Sql sql, String kind, String ref, Instant dueAt) throws SQLException {
        sql.update("update job set due_at = ? where kind = ? and ref = ? and due_at > ?", dueAt, kind, ref, dueAt);
    }

    /** Makes a job that this node has claimed due then, and gives the claim up. */
    public void giveUp(Sql sql, String kind, String ref, Instant dueAt, String node) throws SQLException {
        sql.update(
                "update job set due_at = ?, claimed_by = null, claimed_until = null where kind = ? and ref = ?"
                        + " and claimed_by = ?",
                dueAt,
                kind,
                ref,
                node);
    }

    /** Ends a job that this node has claimed. */
    public boolean end(Sql sql, Job job, String node) throws SQLException {
        return sql.update("delete from job where id = ? and claimed_by = ?", job.id(), node) == 1;
    }

    /** Ends a job of a kind and subject, whoever has claimed it. */
    public void remove(Sql sql, String kind, String ref) throws SQLException {
        sql.update("delete from job where kind = ? and ref = ?", kind, ref);
    }

    /** Gives up all claims, when it is known that no node is at work. */
    public int release(Sql sql) throws SQLException {
        return sql.update("update job set claimed_by = null, claimed_until = null where claimed_by is not null");
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("ref"),
                row.getInt("attempt"),
                Rows.instant(row, "due_at"));
    }
}
