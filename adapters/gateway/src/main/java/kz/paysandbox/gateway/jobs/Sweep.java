package kz.paysandbox.gateway.jobs;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.pay.JobKinds;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable;
import kz.paysandbox.gateway.store.PaymentTable.OpenPayment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives open payments, started operations and waiting messages the job that they lack, as after a lost row. */
public final class Sweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int MOST = 1000;

    private final GatewayDatabase database;

    /** Over the tables. */
    public Sweep(GatewayDatabase database) {
        this.database = database;
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
        for (OpenPayment payment :
                database.tables().payments().openWithout(sql, List.of(JobKinds.FOLLOW, JobKinds.FOLLOW_CARD), MOST)) {
            boolean notYet =
                    payment.kind() == PaymentKind.INVOICE && payment.expiresAt().isAfter(now);
            jobs.insertIfAbsent(
                    sql, JobKinds.follow(payment.kind().provider()), payment.id(), notYet ? payment.expiresAt() : now);
            added++;
        }
        for (String operation : database.tables().operations().startedWithout(sql, JobKinds.SETTLE, MOST)) {
            jobs.insertIfAbsent(sql, JobKinds.SETTLE, operation, now);
            added++;
        }
        for (String operation : database.tables().attention().answered(sql, MOST)) {
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
