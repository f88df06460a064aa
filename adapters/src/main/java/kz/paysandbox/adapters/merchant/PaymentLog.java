package kz.paysandbox.adapters.merchant;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** The last lines of a shop, newest first. */
    public List<LogEntry> last(String shop, int most) {
        return database.query(
                "select id, shop, operation, external_id, organization_bin, amount_tiyn, status, error_message"
                        + " from payment_log where shop = ? order by id desc fetch first " + Math.max(1, most)
                        + " rows only",
                row -> new LogEntry(
                        row.getLong("id"),
                        row.getString("shop"),
                        Operation.valueOf(row.getString("operation").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getString("external_id")),
                        Bin.of(row.getString("organization_bin")),
                        Optional.ofNullable(row.getObject("amount_tiyn", Long.class))
                                .map(Tenge::ofTiyn),
                        row.getString("status"),
                        Optional.ofNullable(row.getString("error_message"))),
                shop);
    }

    <T> MoneyAnswer<T> money(
            ShopConfig config,
            Operation operation,
            Optional<String> externalId,
            Optional<Tenge> amount,
            Supplier<MoneyAnswer<T>> call) {
        long line = begin(config, operation, externalId, amount);
        MoneyAnswer<T> answer;
        try {
            answer = call.get();
        } catch (RuntimeException e) {
            end(line, "failed", Optional.of(String.valueOf(e.getMessage())));
            throw e;
        }
        end(
                line,
                answer.settlement().name().toLowerCase(Locale.ROOT),
                answer.fold(
                        yes -> Optional.<String>empty(),
                        no -> Optional.of(no.reason().getMessage() + "; " + no.finding()),
                        unknown -> Optional.of(unknown.reason().getMessage() + "; " + unknown.finding())));
        return answer;
    }

    <T> T reading(ShopConfig config, Optional<String> externalId, Supplier<T> call) {
        long line = begin(config, Operation.STATUS, externalId, Optional.empty());
        try {
            T answer = call.get();
            end(line, "applied", Optional.empty());
            return answer;
        } catch (PaymentException e) {
            end(line, "failed", Optional.of(String.valueOf(e.getMessage())));
            throw e;
        }
    }

    private long begin(ShopConfig config, Operation operation, Optional<String> externalId, Optional<Tenge> amount) {
        return database.insert(
                "insert into payment_log (shop, config_id, operation, external_id, organization_bin, amount_tiyn, status,"
                        + " started_at) values (?, ?, ?, ?, ?, ?, 'started', ?)",
                config.shop(),
                config.id(),
                operation.word(),
                externalId.<Object>map(text -> text).orElse(Database.NULL),
                config.bin().value(),
                amount.<Object>map(Tenge::tiyn).orElse(Database.NULL),
                now());
    }

    private void end(long line, String status, Optional<String> error) {
        try {
            database.update(
                    "update payment_log set status = ?, error_message = ?, ended_at = ? where id = ?",
                    status,
                    error.<Object>map(PaymentLog::shortened).orElse(Database.NULL),
                    now(),
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
