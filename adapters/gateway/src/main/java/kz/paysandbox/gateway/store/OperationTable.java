package kz.paysandbox.gateway.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoredText;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;

/**
 * The table {@code money_operation}: one started or unknown operation a payment.
 *
 * @param clock for {@code updated_at}
 */
public record OperationTable(Clock clock) {
    private static final int LONGEST_DETAIL = 500;
    private static final int LONGEST_FINDING = 1000;

    /** Writes a started operation; refuses as a duplicate when the payment has an open one. */
    public void insert(Sql sql, Operation operation, Optional<String> reason) throws SQLException {
        sql.update(
                "insert into money_operation (id, payment_id, kind, amount_tiyn, state, open_payment, finding, reason,"
                        + " created_at, updated_at) values (?, ?, ?, ?, ?, ?, '', ?, ?, ?)",
                operation.id(),
                operation.paymentId(),
                operation.kind().word(),
                operation.amount().tiyn(),
                operation.state().word(),
                operation.paymentId(),
                reason,
                operation.createdAt(),
                operation.createdAt());
    }

    /** Writes what became of an operation that was started or unknown before; false when it is not in that state. */
    public boolean settle(Sql sql, String id, OperationState before, Operation.Outcome outcome) throws SQLException {
        Optional<Refusal> refusal = outcome.refusal();
        return sql.update(
                        "update money_operation set state = ?, bank_operation_id = ?, refusal = ?, refusal_detail = ?,"
                                + " bank_code = ?, retry_after_s = ?, finding = ?, updated_at = ?"
                                + (outcome.state().open() ? "" : ", open_payment = null")
                                + " where id = ? and state = ?",
                        outcome.state().word(),
                        outcome.bankOperationId(),
                        refusal.map(given -> given.code().word()),
                        refusal.map(given -> StoredText.of(given.detail(), LONGEST_DETAIL)),
                        refusal.flatMap(Refusal::bankCode),
                        refusal.flatMap(Refusal::retryAfter).map(Duration::toSeconds),
                        StoredText.of(outcome.finding(), LONGEST_FINDING),
                        clock.instant(),
                        id,
                        before.word())
                == 1;
    }

    /** Writes the bank's own answer to an operation taken for not applied; false when it is not in that state. */
    public boolean correct(Sql sql, String id, Operation.Outcome applied) throws SQLException {
        return sql.update(
                        "update money_operation set state = 'applied', bank_operation_id = ?, refusal = null,"
                                + " refusal_detail = null, bank_code = null, finding = ?, updated_at = ?"
                                + " where id = ? and state = 'not_applied'",
                        applied.bankOperationId(),
                        "the bank's own answer came after a look had found nothing",
                        clock.instant(),
                        id)
                == 1;
    }

    /** An operation. */
    public Optional<Operation> find(Sql sql, String id) throws SQLException {
        return sql.first("select * from money_operation where id = ?", OperationTable::read, id);
    }

    /** The operation of a payment that is started or unknown, if there is one. */
    public Optional<Operation> open(Sql sql, String paymentId) throws SQLException {
        return sql.first("select * from money_operation where open_payment = ?", OperationTable::read, paymentId);
    }

    /** The operation of a payment that is open, else its latest. */
    public Optional<Operation> last(Sql sql, String paymentId) throws SQLException {
        return sql.first(
                "select * from money_operation where payment_id = ? order by open_payment nulls last, created_at desc,"
                        + " case when kind = 'create' then 1 else 0 end, id fetch first 1 rows only",
                OperationTable::read,
                paymentId);
    }

    /** How many are unknown, in all shops. Those that are have their payment in {@code open_payment}, by its index. */
    public long unknown(Sql sql) throws SQLException {
        String query = "select count(*) from money_operation where open_payment > '' and state = 'unknown'";
        return sql.first(query, row -> row.getLong(1)).orElse(0L);
    }

    /** All operations of a payment, oldest first. */
    public List<Operation> of(Sql sql, String paymentId) throws SQLException {
        return sql.query(
                "select * from money_operation where payment_id = ? order by created_at, id fetch first 1000 rows only",
                OperationTable::read,
                paymentId);
    }

    /** Operations in a span of time, oldest first, for the audit; of a shop and of a BIN, where they are given. */
    public List<Operation> within(
            Sql sql, Optional<String> shop, Optional<String> bin, Instant from, Instant until, int most)
            throws SQLException {
        return sql.query(
                "select o.* from money_operation o join payment p on p.id = o.payment_id where o.created_at >= ?"
                        + " and o.created_at < ? and p.shop = coalesce(?, p.shop)"
                        + " and (cast(? as varchar) is null or p.organization_bin = ?)"
                        + " order by o.created_at, o.id fetch first " + most + " rows only",
                OperationTable::read,
                from,
                until,
                shop,
                bin,
                bin);
    }

    /** Ids of started operations without a job of this kind, oldest first. */
    public List<String> startedWithout(Sql sql, String jobKind, int most) throws SQLException {
        return sql.query(
                "select o.id from money_operation o where o.open_payment > '' and o.state = 'started'"
                        + " and not exists (select 1 from job j where j.kind = ? and j.ref = o.id)"
                        + " order by o.created_at, o.id fetch first " + most + " rows only",
                row -> row.getString("id"),
                jobKind);
    }

    private static Operation read(ResultSet row) throws SQLException {
        Optional<Long> bankCode = Rows.number(row, "bank_code");
        Optional<Duration> retryAfter = Rows.number(row, "retry_after_s").map(Duration::ofSeconds);
        String detail = Rows.text(row, "refusal_detail").orElse("");
        Optional<Refusal> refusal = Rows.text(row, "refusal")
                .map(word -> new Refusal(RefusalCode.of(word), detail, bankCode, List.of(), retryAfter));
        return new Operation(
                row.getString("id"),
                row.getString("payment_id"),
                OperationKind.of(row.getString("kind")),
                Tenge.ofTiyn(row.getLong("amount_tiyn")),
                new Operation.Outcome(
                        OperationState.of(row.getString("state")),
                        Rows.text(row, "bank_operation_id"),
                        refusal,
                        row.getString("finding")),
                Rows.instant(row, "created_at"),
                Rows.instant(row, "updated_at"));
    }
}
