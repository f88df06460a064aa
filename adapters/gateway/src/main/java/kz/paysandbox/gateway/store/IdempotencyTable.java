package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.Sql;

/**
 * The table {@code idempotency}: the first answer to each key of a token.
 *
 * @param database seals answers
 * @param clock of their ends
 */
public record IdempotencyTable(Database database, Clock clock) {
    /** A key lives on while nobody knows what became of its operation. */
    private static final String SETTLED = " and not exists (select 1 from money_operation operation"
            + " where operation.id = idempotency.operation_id and operation.state in ('started', 'unknown'))";

    /**
     * A key that was used before.
     *
     * @param fingerprint of the first request
     * @param paymentId what it was about
     * @param operationId the operation that it began, if it began one
     * @param answer the first answer, once it is one
     * @param createdAt when the first request came
     */
    public record Kept(
            String fingerprint,
            String paymentId,
            Optional<String> operationId,
            Optional<Answer> answer,
            Instant createdAt) {}

    /**
     * An answer that was given.
     *
     * @param httpStatus its status
     * @param body its bytes, as text
     */
    public record Answer(int httpStatus, String body) {}

    /** Takes a key for a payment and an operation; refuses as a duplicate when it is taken. */
    public void insert(Sql sql, IdempotencyKey key, String paymentId, Optional<String> operationId, Duration life)
            throws SQLException {
        Instant now = clock.instant();
        sql.update(
                "delete from idempotency where token_id = ? and idempotency_key = ? and expires_at <= ?" + SETTLED,
                key.tokenId(),
                key.key(),
                now);
        sql.update(
                "insert into idempotency (token_id, idempotency_key, fingerprint, operation_id, payment_id, expires_at,"
                        + " created_at) values (?, ?, ?, ?, ?, ?, ?)",
                key.tokenId(),
                key.key(),
                key.fingerprint(),
                operationId,
                paymentId,
                now.plus(life),
                now);
    }

    /** What is kept of a key, if it was used and not too long ago. */
    public Optional<Kept> find(Sql sql, IdempotencyKey key) throws SQLException {
        return sql.first(
                "select * from idempotency where token_id = ? and idempotency_key = ? and not (expires_at <= ?"
                        + SETTLED + ")",
                row -> read(row, key),
                key.tokenId(),
                key.key(),
                clock.instant());
    }

    /** Keeps the first answer, if none is kept yet. */
    public void answer(Sql sql, IdempotencyKey key, Answer answer) throws SQLException {
        sql.update(
                "update idempotency set http_status = ?, body = ? where token_id = ? and idempotency_key = ? and body is null",
                answer.httpStatus(),
                database.sealed(answer.body(), place(key)),
                key.tokenId(),
                key.key());
    }

    /** Frees a key whose operation was refused for a while only, so that a repeated call is made anew. */
    public int release(Sql sql, IdempotencyKey key, String operationId) throws SQLException {
        return sql.update(
                "delete from idempotency where token_id = ? and idempotency_key = ? and operation_id = ? and body is null",
                key.tokenId(),
                key.key(),
                operationId);
    }

    /** Removes keys that have ended, and says how many. */
    public int prune(Sql sql) throws SQLException {
        return sql.update("delete from idempotency where expires_at <= ?" + SETTLED, clock.instant());
    }

    private Kept read(ResultSet row, IdempotencyKey key) throws SQLException {
        int status = row.getInt("http_status");
        return new Kept(
                row.getString("fingerprint"),
                row.getString("payment_id"),
                Rows.text(row, "operation_id"),
                Rows.text(row, "body").map(body -> new Answer(status, database.opened(body, place(key)))),
                Rows.instant(row, "created_at"));
    }

    private static String place(IdempotencyKey key) {
        return place(key.tokenId(), key.key());
    }

    static String place(long tokenId, String key) {
        return "answer to key " + tokenId + ", " + key;
    }
}
