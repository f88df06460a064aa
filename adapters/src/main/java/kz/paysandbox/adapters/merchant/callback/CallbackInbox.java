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
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.Transaction;
import kz.paysandbox.adapters.merchant.callback.CallbackRows.Row;
import kz.paysandbox.adapters.merchant.callback.StoredCallback.State;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.FaultText;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.merchant.store.StoredText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store of Halyk's callbacks in the database, which answers the bank at once and tries by itself until the bank's
 * status confirms them and the shop has acted: nobody knows whether the bank repeats a callback. Tries again after 1,
 * 5 and 15 minutes, 1 and 6 hours ({@link #withRetries}); then somebody must look. Any number of processes may work on one database.
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
    private static final int LONGEST_REASON = 500;

    private static final int MOST_RETRIES = 100;
    private static final Duration LONGEST_PAUSE = Duration.ofDays(30);

    private final CallbackRows rows;
    private final RejectedCallbacks rejected;
    private final JdbcCallbackStore seen;
    private final CallbackVerifier verifier;
    private final Handler handler;
    private final Clock clock;
    private final List<Duration> retries;

    private CallbackInbox(Database database, CallbackVerifier verifier, Handler handler, Clock clock) {
        this.rows = new CallbackRows(database, clock);
        this.rejected = new RejectedCallbacks(database, clock);
        this.seen = JdbcCallbackStore.of(database, clock);
        this.verifier = verifier;
        this.handler = handler;
        this.clock = clock;
        this.retries = AFTER;
    }

    private CallbackInbox(CallbackInbox other, List<Duration> retries) {
        this.rows = other.rows;
        this.rejected = other.rejected;
        this.seen = other.seen;
        this.verifier = other.verifier;
        this.handler = other.handler;
        this.clock = other.clock;
        this.retries = retries;
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
        return new CallbackInbox(database, verifier, handler, clock);
    }

    /**
     * The same inbox with other pauses between the tries of a callback that could not be confirmed or acted on; after the
     * last one it is EXHAUSTED. Each pause is longer than a try takes (the client's deadline and the handler), for a
     * callback that is due may be tried by anybody.
     *
     * @param pauses 1 to 100, each more than nothing and at most 30 days
     * @throws IllegalArgumentException when they are others
     */
    public CallbackInbox withRetries(List<Duration> pauses) {
        if (pauses.isEmpty() || pauses.size() > MOST_RETRIES || !pauses.stream().allMatch(CallbackInbox::fits)) {
            throw new IllegalArgumentException("a callback is tried again 1 to " + MOST_RETRIES
                    + " times, after more than nothing and at most " + LONGEST_PAUSE.toDays() + " days");
        }
        return new CallbackInbox(this, List.copyOf(pauses));
    }

    private static boolean fits(Duration pause) {
        return !pause.isNegative() && !pause.isZero() && pause.compareTo(LONGEST_PAUSE) <= 0;
    }

    /**
     * Stores a callback that fits the shop's order. The bank is asked by {@link #work}, so that this answers at once.
     *
     * @return what to answer; of callbacks that do not fit, some are kept as REJECTED to be looked at, with why (at most
     *     20 of an invoice and 1000 in all, and never in place of another)
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
            LOG.warn(
                    "a callback of invoice {} does not fit its order: {}",
                    callback.invoiceId(),
                    StoredText.of(mismatch.get(), LONGEST_REASON));
            keep(callback, mismatch.get());
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

    /** A database that fails here takes nothing from the answer. */
    private void keep(Callback callback, String why) {
        try {
            rejected.keep(callback, why);
        } catch (StoreFailed e) {
            LOG.error("a callback of invoice {} could not be kept: {}", callback.invoiceId(), e.getMessage());
        }
    }

    /**
     * Tries what is due: call it after {@link #receive} on a thread of the shop's, and on a timer, such as each minute.
     *
     * @return how many were tried
     */
    public int work() {
        return tried(rows.due(MOST_AT_ONCE));
    }

    /**
     * Tries what is due of one invoice, as after {@link #receive} or when somebody asks for it.
     *
     * @return how many were tried
     */
    public int work(InvoiceId invoiceId) {
        return tried(rows.due(invoiceId, MOST_AT_ONCE));
    }

    private int tried(List<Row> due) {
        int tried = 0;
        for (Row row : due) {
            int attempt = row.stored().attempt();
            Duration pause = retries.get(Math.min(attempt, retries.size() - 1));
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
                    "the callback of invoice {} could not be acted on: {}",
                    row.callback().invoiceId(),
                    FaultText.inItsWords(e));
            failed(row, next, "the shop's handler failed: " + FaultText.inItsWords(e));
        }
    }

    private void failed(Row row, Instant next, String why) {
        boolean last = row.stored().attempt() >= retries.size();
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
     * Callbacks in a state, oldest first: EXHAUSTED ones are for a person to look at, and REJECTED ones where something
     * is wrong.
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
