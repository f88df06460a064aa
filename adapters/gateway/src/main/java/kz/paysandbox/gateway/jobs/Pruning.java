package kz.paysandbox.gateway.jobs;

import java.time.Duration;
import java.util.function.ToIntFunction;
import kz.paysandbox.gateway.store.GatewayDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is kept for a time: answers to keys after their day, delivered messages, callbacks that were dealt with. */
public final class Pruning implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Pruning.class);
    private static final Duration MESSAGES = Duration.ofDays(30);
    private static final Duration CALLBACKS = Duration.ofDays(90);

    private final GatewayDatabase database;
    private final ToIntFunction<Duration> callbacks;

    /**
     * Over the tables.
     *
     * @param callbacks removes callbacks that were done or rejected so long ago, and says how many
     */
    public Pruning(GatewayDatabase database, ToIntFunction<Duration> callbacks) {
        this.database = database;
        this.callbacks = callbacks;
    }

    @Override
    public void run() {
        int keys = database.<Integer>transaction(
                sql -> database.tables().idempotency().prune(sql));
        int messages = database.<Integer>transaction(
                sql -> database.tables().webhooks().messages().prune(sql, MESSAGES));
        LOG.info(
                "removed: {} kept answers, {} delivered messages, {} callbacks",
                keys,
                messages,
                callbacks.applyAsInt(CALLBACKS));
    }
}
