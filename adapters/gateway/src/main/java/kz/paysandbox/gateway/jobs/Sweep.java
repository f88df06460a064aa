package kz.paysandbox.gateway.jobs;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.pay.JobKinds;
import kz.paysandbox.gateway.payment.FollowPlan;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives open payments, started operations and waiting messages the job that they lack, as after a lost row. */
public final class Sweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int MOST = 1000;

    private final GatewayDatabase database;
    private final FollowPlan plan;

    /** Over the tables. */
    public Sweep(GatewayDatabase database, FollowPlan plan) {
        this.database = database;
        this.plan = plan;
    }

    @Override
    public void run() {
        int added = database.<Integer>repeated(this::add);
        if (added > 0) {
            LOG.warn("{} payments, operations or shops had no job, and have one now", added);
        }
    }

    private int add(Sql sql) throws SQLException {
        JobTable jobs = database.tables().jobs();
        Instant now = jobs.clock().instant();
        int added = 0;
        for (Payment payment : database.tables().payments().openWithout(sql, JobKinds.FOLLOW, MOST)) {
            Optional<Instant> next = plan.next(payment, now);
            if (next.isPresent()) {
                jobs.insertIfAbsent(sql, JobKinds.FOLLOW, payment.id(), next.get());
                added++;
            }
        }
        for (String operation : database.tables().operations().startedWithout(sql, JobKinds.SETTLE, MOST)) {
            jobs.insertIfAbsent(sql, JobKinds.SETTLE, operation, now);
            added++;
        }
        for (String shop : database.tables().webhooks().messages().waitingWithout(sql, JobKinds.WEBHOOK)) {
            jobs.insertIfAbsent(sql, JobKinds.WEBHOOK, shop, now);
            added++;
        }
        return added;
    }
}
