package kz.paysandbox.adapters.merchant;

import java.time.Clock;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.merchant.store.StoredText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lines of {@code payment_log} that a call needs to know, and notes of what is no money. */
final class Lines {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentLog.class);
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_TEXT = 1000;

    private final Database database;
    private final Clock clock;

    Lines(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<Line> line(long id) {
        return first("where id = ?", id);
    }

    /** The line that holds an order's or a refund's number. */
    Optional<Line> holder(String shop, Operation operation, String number) {
        return first("where shop = ? and operation = ? and order_key = ?", shop, operation.word(), number);
    }

    /** The refund of a payment that is started or unknown. */
    Optional<Line> openRefund(long paymentId) {
        return first("where open_payment = ?", paymentId);
    }

    /** The create that opened a payment of a shop. */
    Optional<Line> create(String shop, long paymentId) {
        return first(
                "where shop = ? and payment_id = ? and operation = 'create' order by id desc fetch first 1 rows only",
                shop,
                paymentId);
    }

    private Optional<Line> first(String where, Object... values) {
        return database.reading(sql -> sql.first(Line.COLUMNS + where, row -> Line.read(row, database), values));
    }

    /**
     * Notes a state that was asked for, if it is another than the last noted one. A state is harmless to read again, so
     * a database that fails here takes nothing from the caller.
     */
    void noteStatus(ShopConfig config, long paymentId, LineState state, String said) {
        String word = StoredText.of(said, LONGEST_WORD);
        try {
            database.transaction(sql -> {
                Optional<String> last = sql.first(
                        "select bank_status from payment_log where payment_id = ? and shop = ? and operation = 'status'"
                                + " order by id desc fetch first 1 rows only",
                        row -> String.valueOf(row.getString("bank_status")),
                        paymentId,
                        config.shop());
                return last.filter(word::equals).isPresent()
                        ? 0
                        : sql.insert(
                                "insert into payment_log (shop, config_id, operation, external_id, payment_id,"
                                        + " organization_bin, status, bank_status, started_at, ended_at)"
                                        + " values (?, ?, 'status', ?, ?, ?, ?, ?, ?, ?)",
                                config.shop(),
                                config.id(),
                                Long.toString(paymentId),
                                paymentId,
                                config.bin().value(),
                                state.word(),
                                word,
                                clock.instant(),
                                clock.instant());
            });
        } catch (StoreFailed e) {
            LOG.error("the state '{}' of payment {} is not in payment_log: {}", word, paymentId, e.getMessage());
        }
    }

    /** Notes that a till was registered again, and why. */
    void noteRegistration(ShopConfig config, String why) {
        database.transaction(sql -> sql.insert(
                "insert into payment_log (shop, config_id, operation, external_id, organization_bin, status,"
                        + " error_message, started_at, ended_at) values (?, ?, 'register', ?, ?, 'applied', ?, ?, ?)",
                config.shop(),
                config.id(),
                StoredText.of(config.deviceId(), LONGEST_WORD),
                config.bin().value(),
                StoredText.of(why, LONGEST_TEXT),
                clock.instant(),
                clock.instant()));
    }

    /** Notes a payment that was opened elsewhere; it takes its order, unless another payment has it. */
    void adopt(ShopConfig config, long paymentId, String order) {
        try {
            adopt(config, paymentId, order, Optional.of(order));
        } catch (StoreFailed e) {
            if (!e.duplicate()) {
                throw e;
            }
            adopt(config, paymentId, order, Optional.empty());
        }
    }

    private void adopt(ShopConfig config, long paymentId, String order, Optional<String> key) {
        database.transaction(sql -> sql.insert(
                "insert into payment_log (shop, config_id, operation, external_id, order_key, payment_id,"
                        + " organization_bin, status, error_message, started_at, ended_at)"
                        + " values (?, ?, 'create', ?, ?, ?, ?, 'applied', 'opened elsewhere', ?, ?)",
                config.shop(),
                config.id(),
                order,
                key,
                paymentId,
                config.bin().value(),
                clock.instant(),
                clock.instant()));
    }
}
