package kz.paysandbox.adapters.merchant.callback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.epay.callback.Callback;
import kz.paysandbox.adapters.epay.callback.CallbackStore;
import kz.paysandbox.adapters.epay.callback.CallbackVerdict;
import kz.paysandbox.adapters.epay.callback.CallbackVerifier;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.merchant.callback.CallbackRows.Row;
import kz.paysandbox.adapters.merchant.callback.StoredCallback.State;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store of Halyk's callbacks in the database, which answers the bank at once and tries by itself until the bank's
 * status confirms them and the shop has acted: nobody knows whether the bank repeats a callback. Tries again after 1,
 * 5 and 15 minutes, 1 and 6 hours; then somebody must look. Any number of processes may work on one database.
 */
public final class CallbackInbox {
    private static final Logger LOG = LoggerFactory.getLogger(CallbackInbox.class);
    private static final List<Duration> AFTER = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6));
    private static final int MOST_WAITING = 20;
    private static final int MOST_AT_ONCE = 100;

    private final CallbackRows rows;
    private final JdbcCallbackStore seen;
    private final CallbackVerifier verifier;
    private final Handler handler;
    private final Clock clock;

    private CallbackInbox(
            CallbackRows rows, JdbcCallbackStore seen, CallbackVerifier verifier, Handler handler, Clock clock) {
        this.rows = rows;
        this.seen = seen;
        this.verifier = verifier;
        this.handler = handler;
        this.clock = clock;
    }

    /** What the shop does with a payment. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Acts on a stage of a payment that is new; a failure undoes what was written, and it is tried again.
         *
         * @param transaction as the bank's status shows it
         * @param connection the transaction's, for the shop's own tables: must be neither committed nor closed
         */
        void handle(Transaction transaction, Connection connection) throws SQLException;
    }

    /**
     * An inbox.
     *
     * @param verifier of {@link kz.paysandbox.adapters.epay.EpayClient#callbacks}; its own memory is not used
     */
    public static CallbackInbox of(Database database, Clock clock, CallbackVerifier verifier, Handler handler) {
        return new CallbackInbox(
                new CallbackRows(database, clock), JdbcCallbackStore.of(database, clock), verifier, handler, clock);
    }

    /**
     * Stores a callback that fits the shop's order. The bank is asked by {@link #work}, so that this answers at once.
     *
     * @return what to answer; a callback that does not fit is not stored
     */
    public Receipt receive(byte[] body) {
        Callback callback;
        try {
            callback = Callback.parse(body);
        } catch (IllegalArgumentException e) {
            return Receipt.mismatch(String.valueOf(e.getMessage()));
        }
        Optional<String> mismatch = verifier.mismatch(callback);
        if (mismatch.isPresent()) {
            LOG.warn("a callback of invoice {} does not fit its order: {}", callback.invoiceId(), mismatch.get());
            return Receipt.mismatch(mismatch.get());
        }
        try {
            if (rows.waiting(callback.invoiceId()) >= MOST_WAITING
                    && rows.find(callback).isEmpty()) {
                LOG.warn("too many waiting callbacks of invoice {}", callback.invoiceId());
                return Receipt.later("too many callbacks of this invoice are waiting");
            }
            rows.put(callback);
            return Receipt.stored("stored");
        } catch (StoreFailed e) {
            LOG.error("a callback of invoice {} could not be stored: {}", callback.invoiceId(), e.getMessage());
            return Receipt.later("it could not be stored");
        }
    }

    /**
     * Tries what is due: call it after {@link #receive} on a thread of the shop's, and on a timer, such as each minute.
     *
     * @return how many were tried
     */
    public int work() {
        int tried = 0;
        for (Row row : rows.due(MOST_AT_ONCE)) {
            int attempt = row.stored().attempt();
            Duration pause = AFTER.get(Math.min(attempt, AFTER.size() - 1));
            Instant next = clock.instant().plus(pause).truncatedTo(ChronoUnit.MICROS);
            if (rows.take(row, next)) {
                attempt(row, next);
                tried++;
            }
        }
        return tried;
    }

    private void attempt(Row row, Instant next) {
        try {
            CallbackVerdict verdict = confirmed(row.callback());
            switch (verdict.kind()) {
                case ACCEPTED, DUPLICATE, OUTDATED -> rows.end(row, next, State.DONE, Optional.empty());
                case MISMATCH -> {
                    LOG.warn(
                            "the callback of invoice {} is rejected: {}",
                            row.callback().invoiceId(),
                            verdict.reason());
                    rows.end(row, next, State.REJECTED, Optional.of(verdict.reason()));
                }
                case UNCONFIRMED -> failed(row, next, verdict.reason());
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "the callback of invoice {} could not be acted on",
                    row.callback().invoiceId(),
                    e);
            failed(row, next, "the shop's handler failed: " + e);
        }
    }

    private void failed(Row row, Instant next, String why) {
        boolean last = row.stored().attempt() >= AFTER.size();
        if (last) {
            LOG.error(
                    "the callback of invoice {} is given up: {}", row.callback().invoiceId(), why);
        }
        rows.end(row, next, last ? State.EXHAUSTED : State.WAITING, Optional.of(why));
    }

    /** The bank's word, the shop's writing and the memory of it end in one transaction. */
    private CallbackVerdict confirmed(Callback callback) {
        List<Transaction> told = new ArrayList<>(1);
        CallbackStore store = (id, stage, tell) -> seen.onceWith(id, stage, connection -> {
            tell.run();
            handler.handle(told.get(0), connection);
        });
        return verifier.over(store).confirm(callback, told::add);
    }

    /**
     * Callbacks in a state, oldest first: EXHAUSTED ones are for a person to look at.
     *
     * @param most how many at most, from 1 to 1000
     */
    public List<StoredCallback> in(State state, int most) {
        return rows.in(state, Math.min(1000, Math.max(1, most)));
    }

    /** Removes rows that were done or rejected so long ago, and says how many; what was acted on stays remembered. */
    public int prune(Duration olderThan) {
        return rows.prune(olderThan);
    }
}
