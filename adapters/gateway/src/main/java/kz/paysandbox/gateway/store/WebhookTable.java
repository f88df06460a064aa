package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoredText;

/**
 * The table {@code webhook}: what shops are to be told, written in the transaction of what happened.
 *
 * @param clock of its times
 */
public record WebhookTable(Clock clock) {
    private static final int LONGEST_ERROR = 500;

    /** What became of a message. */
    public enum State {
        /** To be sent. */
        WAITING,
        /** Acknowledged. */
        DELIVERED,
        /** Given up after the last try. */
        EXHAUSTED;

        /** As the table has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A message to a shop.
     *
     * @param id stable over tries ({@code webhook-id})
     * @param shop whom to tell
     * @param event as {@code payment.completed}
     * @param paymentId the payment
     * @param body JSON, at most 4,000 characters
     * @param attempt how often it was tried
     */
    public record Message(String id, String shop, String event, String paymentId, String body, int attempt) {}

    /** Writes a message that is to be sent. */
    public void insert(Sql sql, Message message) throws SQLException {
        sql.update(
                "insert into webhook (id, shop, event, payment_id, body, attempt, state, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, 0, 'waiting', ?, ?)",
                message.id(),
                message.shop(),
                message.event(),
                message.paymentId(),
                message.body(),
                clock.instant(),
                clock.instant());
    }

    /**
     * The first messages of a shop that wait, in the order in which they were written. All columns of the index are
     * named in the order, or H2 would sort all that wait.
     */
    public List<Message> waiting(Sql sql, String shop, int most) throws SQLException {
        return sql.query(
                "select * from webhook where shop = ? and state = 'waiting' order by shop, state, sequence_number fetch first "
                        + most + " rows only",
                WebhookTable::read,
                shop);
    }

    /** Notes a try. */
    public void tried(Sql sql, Message message, State state, Optional<String> error) throws SQLException {
        sql.update(
                "update webhook set state = ?, attempt = attempt + 1, last_error = ?, updated_at = ? where id = ?"
                        + " and state = 'waiting'",
                state.word(),
                error.map(text -> StoredText.of(text, LONGEST_ERROR)),
                clock.instant(),
                message.id());
    }

    /** Makes given-up messages of a shop wait again, and says how many. */
    public int again(Sql sql, String shop) throws SQLException {
        return sql.update(
                "update webhook set state = 'waiting', attempt = 0, updated_at = ? where shop = ? and state = 'exhausted'",
                clock.instant(),
                shop);
    }

    /** Shops that have an address and waiting messages, but no job of this kind. */
    public List<String> waitingWithout(Sql sql, String jobKind) throws SQLException {
        return sql.query(
                "select e.shop from webhook_endpoint e"
                        + " where exists (select 1 from webhook w where w.shop = e.shop and w.state = 'waiting')"
                        + " and not exists (select 1 from job j where j.kind = ? and j.ref = e.shop) order by e.shop",
                row -> row.getString("shop"),
                jobKind);
    }

    /** How many wait, in all shops. */
    public long waiting(Sql sql) throws SQLException {
        return sql.first(
                        "select count(*) as waiting_rows from webhook where state = 'waiting'",
                        row -> row.getLong("waiting_rows"))
                .orElse(0L);
    }

    /** Removes delivered messages that are older, and says how many. */
    public int prune(Sql sql, Duration olderThan) throws SQLException {
        return sql.update(
                "delete from webhook where state = 'delivered' and updated_at < ?",
                clock.instant().minus(olderThan));
    }

    private static Message read(ResultSet row) throws SQLException {
        return new Message(
                row.getString("id"),
                row.getString("shop"),
                row.getString("event"),
                row.getString("payment_id"),
                row.getString("body"),
                row.getInt("attempt"));
    }
}
