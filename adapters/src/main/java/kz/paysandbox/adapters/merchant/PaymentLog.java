package kz.paysandbox.adapters.merchant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.kaspi.Bin;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table {@code payment_log}: a line is written before each call and completed after it. Without the first line no
 * call is made; an answer of the bank is never lost because the second cannot be written.
 */
public final class PaymentLog {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentLog.class);
    private static final int LONGEST = 1000;
    private static final String COLUMNS = "select id, shop, operation, external_id, payment_id, organization_bin,"
            + " amount_tiyn, status, error_message from payment_log ";

    private final Database database;
    private final Clock clock;

    private PaymentLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The table of this database. */
    public static PaymentLog of(Database database, Clock clock) {
        return new PaymentLog(database, clock);
    }

    /**
     * The last lines of a shop, newest first.
     *
     * @param most how many at most; at least one is read
     */
    public List<LogEntry> last(String shop, int most) {
        return database.query(
                COLUMNS + "where shop = ? order by id desc fetch first " + Math.max(1, most) + " rows only",
                PaymentLog::read,
                shop);
    }

    /**
     * What a shop did with one payment, oldest first: its create, if the bank's answer to it arrived, and all that
     * followed. A create whose answer was lost has no number and is found by its order, in {@link #last}.
     *
     * @param paymentId the bank's number ({@code QrPaymentId}, {@code PaymentId})
     */
    public List<LogEntry> ofPayment(String shop, long paymentId) {
        return database.query(
                COLUMNS + "where shop = ? and payment_id = ? order by id", PaymentLog::read, shop, paymentId);
    }

    <T> MoneyAnswer<T> money(
            ShopConfig config,
            Operation operation,
            Optional<String> externalId,
            Optional<Tenge> amount,
            ToLongFunction<T> paymentId,
            Supplier<MoneyAnswer<T>> call) {
        long line = begin(config, operation, externalId, Optional.empty(), amount);
        return settled(line, answered(line, call), paymentId);
    }

    <T> MoneyAnswer<T> moneyOf(
            long paymentId,
            ShopConfig config,
            Operation operation,
            Optional<Tenge> amount,
            Supplier<MoneyAnswer<T>> call) {
        long line = begin(config, operation, Optional.of(Long.toString(paymentId)), Optional.of(paymentId), amount);
        return settled(line, answered(line, call), given -> paymentId);
    }

    private <T> MoneyAnswer<T> answered(long line, Supplier<MoneyAnswer<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            end(line, "failed", Optional.of(String.valueOf(e.getMessage())), Optional.empty());
            throw e;
        }
    }

    private <T> MoneyAnswer<T> settled(long line, MoneyAnswer<T> answer, ToLongFunction<T> paymentId) {
        end(
                line,
                answer.settlement().name().toLowerCase(Locale.ROOT),
                answer.fold(
                        yes -> Optional.<String>empty(),
                        no -> Optional.of(no.reason().getMessage() + "; " + no.finding()),
                        unknown -> Optional.of(unknown.reason().getMessage() + "; " + unknown.finding())),
                answer.ifApplied().map(paymentId::applyAsLong));
        return answer;
    }

    <T> T readingOf(long paymentId, ShopConfig config, Supplier<T> call) {
        long line = begin(
                config,
                Operation.STATUS,
                Optional.of(Long.toString(paymentId)),
                Optional.of(paymentId),
                Optional.empty());
        try {
            T answer = call.get();
            end(line, "applied", Optional.empty(), Optional.empty());
            return answer;
        } catch (PaymentException e) {
            end(line, "failed", Optional.of(String.valueOf(e.getMessage())), Optional.empty());
            throw e;
        }
    }

    private static LogEntry read(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("id"),
                row.getString("shop"),
                Operation.valueOf(row.getString("operation").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("external_id")),
                Optional.ofNullable(row.getObject("payment_id", Long.class)),
                Bin.of(row.getString("organization_bin")),
                Optional.ofNullable(row.getObject("amount_tiyn", Long.class)).map(Tenge::ofTiyn),
                row.getString("status"),
                Optional.ofNullable(row.getString("error_message")));
    }

    private long begin(
            ShopConfig config,
            Operation operation,
            Optional<String> externalId,
            Optional<Long> paymentId,
            Optional<Tenge> amount) {
        return database.insert(
                "insert into payment_log (shop, config_id, operation, external_id, payment_id, organization_bin,"
                        + " amount_tiyn, status, started_at) values (?, ?, ?, ?, ?, ?, ?, 'started', ?)",
                config.shop(),
                config.id(),
                operation.word(),
                externalId.<Object>map(text -> text).orElse(Database.NULL),
                paymentId.<Object>map(id -> id).orElse(Database.NULL),
                config.bin().value(),
                amount.<Object>map(Tenge::tiyn).orElse(Database.NULL),
                now());
    }

    /** A number that is known since the beginning stays. */
    private void end(long line, String status, Optional<String> error, Optional<Long> paymentId) {
        try {
            database.update(
                    "update payment_log set status = ?, error_message = ?, ended_at = ?,"
                            + " payment_id = coalesce(cast(? as bigint), payment_id) where id = ?",
                    status,
                    error.<Object>map(PaymentLog::shortened).orElse(Database.NULL),
                    now(),
                    paymentId.<Object>map(id -> id).orElse(Database.NULL),
                    line);
        } catch (StoreFailed e) {
            LOG.error("line {} of payment_log stays 'started', it should be '{}': {}", line, status, e.getMessage());
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
