package kz.paysandbox.gateway.boot;

import java.io.IOException;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.callback.Callbacks;
import kz.paysandbox.gateway.http.access.AddressList;
import kz.paysandbox.gateway.jobs.DayPlan;
import kz.paysandbox.gateway.jobs.FollowJob;
import kz.paysandbox.gateway.jobs.JobHandler;
import kz.paysandbox.gateway.jobs.JobRunner;
import kz.paysandbox.gateway.jobs.Pruning;
import kz.paysandbox.gateway.jobs.Reconciliation;
import kz.paysandbox.gateway.jobs.RegularJob;
import kz.paysandbox.gateway.jobs.SettleJob;
import kz.paysandbox.gateway.jobs.Sweep;
import kz.paysandbox.gateway.jobs.VerifyJob;
import kz.paysandbox.gateway.jobs.WebhookJob;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.JobKinds;
import kz.paysandbox.gateway.payment.FollowPlan;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable;
import kz.paysandbox.gateway.webhook.ShopHttpClient;
import kz.paysandbox.gateway.webhook.WebhookSender;

/** What runs without a caller: the jobs of payments, and in a pool of their own the messages to shops. */
final class GatewayJobs implements AutoCloseable {
    private static final Duration STALE = Duration.ofMinutes(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);

    private final GatewayDatabase database;
    private final Identity identity;
    private final ScheduledExecutorService ticker;
    private final ScheduledExecutorService deadlines;
    private final ShopHttpClient client;
    private final Reconciliation reconciliation;
    private final JobRunner payments;
    private final JobRunner messages;
    private volatile boolean started;

    /**
     * Jobs that do not run yet. A file of H2 serves this process alone, so nobody else's claims are alive in it.
     *
     * @param callbacks of ePay, where it is set up
     */
    GatewayJobs(GatewaySettings settings, GatewayDatabase database, UseCases useCases, Optional<Callbacks> callbacks) {
        this.database = database;
        this.identity = useCases.identity();
        this.ticker = timer("jobs");
        this.deadlines = timer("webhook-deadlines");
        this.client = client(settings, deadlines);
        this.reconciliation = new Reconciliation(
                database,
                useCases.banks().merchant(),
                useCases.ledger(),
                settings.number(GatewaySetting.RECONCILIATION_CALLS));
        this.payments = new JobRunner(
                database,
                identity,
                handlers(settings, useCases, callbacks),
                new JobRunner.Threads("job", settings.number(GatewaySetting.JOBS_THREADS), ticker));
        WebhookSender sender =
                new WebhookSender(database, client, settings.spans(GatewaySetting.RETRIES_AFTER), identity.clock());
        this.messages = new JobRunner(
                database,
                identity,
                Map.of(JobKinds.WEBHOOK, new WebhookJob(sender, identity.clock())),
                new JobRunner.Threads("webhook", settings.number(GatewaySetting.WEBHOOK_THREADS), ticker));
        boolean alone = DatabaseSetup.address(settings).file();
        database.<Boolean>repeated(sql -> prepared(sql, alone, callbacks.isPresent()));
        sweep(settings).run();
    }

    private static ScheduledExecutorService timer(String name) {
        return Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    private static ShopHttpClient client(GatewaySettings settings, ScheduledExecutorService deadlines) {
        AddressList allowed = AddressList.parse(String.join(",", settings.words(GatewaySetting.WEBHOOK_PRIVATE)));
        try {
            return new ShopHttpClient(
                    new ShopHttpClient.Rules(
                            address -> !allowed.empty() && allowed.contains(address.getHostAddress()),
                            settings.span(GatewaySetting.WEBHOOK_TIMEOUT),
                            SSLContext.getDefault()),
                    InetAddress::getAllByName,
                    deadlines);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    private Sweep sweep(GatewaySettings settings) {
        return new Sweep(database, new FollowPlan(settings.spans(GatewaySetting.EPAY_UNASKED)));
    }

    private Map<String, JobHandler> handlers(
            GatewaySettings settings, UseCases useCases, Optional<Callbacks> callbacks) {
        Clock clock = identity.clock();
        Map<String, JobHandler> handlers = new HashMap<>();
        handlers.put(
                JobKinds.FOLLOW,
                new FollowJob(database, useCases.looks(), new FollowPlan(settings.spans(GatewaySetting.EPAY_UNASKED))));
        handlers.put(JobKinds.SETTLE, new SettleJob(useCases.settlement()));
        handlers.put(
                JobKinds.SWEEP, RegularJob.every(settings.span(GatewaySetting.EXPIRY_EVERY), clock, sweep(settings)));
        handlers.put(JobKinds.VERIFY, new VerifyJob(database, useCases.banks().merchant(), clock));
        handlers.put(JobKinds.RECONCILE, RegularJob.nightly(clock, reconciliation::beginYesterday));
        handlers.put(JobKinds.RECONCILIATION, reconciliation);
        handlers.put(
                JobKinds.PRUNE,
                RegularJob.nightly(
                        clock,
                        new Pruning(
                                database,
                                age -> callbacks.map(inbox -> inbox.prune(age)).orElse(0))));
        callbacks.ifPresent(inbox -> handlers.put(
                JobKinds.CALLBACKS, RegularJob.every(settings.span(GatewaySetting.RETRIES_EVERY), clock, inbox::work)));
        return handlers;
    }

    private boolean prepared(Sql sql, boolean alone, boolean cards) throws SQLException {
        JobTable jobs = database.tables().jobs();
        if (alone) {
            jobs.release(sql, Optional.empty());
        }
        Instant now = identity.clock().instant();
        jobs.insertIfAbsent(sql, JobKinds.SWEEP, JobKinds.ALL, now);
        if (cards) {
            jobs.insertIfAbsent(sql, JobKinds.CALLBACKS, JobKinds.ALL, now);
        }
        for (String kind : List.of(JobKinds.VERIFY, JobKinds.RECONCILE, JobKinds.PRUNE)) {
            jobs.insertIfAbsent(sql, kind, JobKinds.ALL, DayPlan.next(now, DayPlan.NIGHT));
        }
        return true;
    }

    /** Begins to run jobs. */
    void start() {
        started = true;
        payments.start();
        messages.start();
    }

    /** Does what is due, until nothing is; for tests. */
    void runDue() {
        int done;
        do {
            done = payments.runDue() + messages.runDue();
        } while (done > 0);
    }

    /** The comparison with the bank. */
    Reconciliation reconciliation() {
        return reconciliation;
    }

    /** Whether both pools looked for jobs within the last minute, or do so only when a test tells them. */
    boolean ticking() {
        Instant old = identity.clock().instant().minus(STALE);
        return !started || lastTick().filter(old::isBefore).isPresent();
    }

    private Optional<Instant> lastTick() {
        return payments.lastTick().flatMap(one -> messages.lastTick().map(other -> one.isBefore(other) ? one : other));
    }

    /** For how long the oldest job that is due has waited. */
    Duration queueAge() {
        return payments.queueAge();
    }

    /** For how long the oldest shop whose messages are due has waited. */
    Duration messageAge() {
        return messages.queueAge();
    }

    /**
     * Claims nothing more, waits for what is under way, and frees the claims of this process. Requests have ended before:
     * their operations are claimed too.
     */
    @Override
    public void close() {
        try {
            int left = messages.stop(STOP_WITHIN) + payments.stop(STOP_WITHIN);
            if (left == 0) {
                database.transaction(sql -> database.tables().jobs().release(sql, Optional.of(identity.node())));
            }
            ticker.shutdown();
            ticker.awaitTermination(STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ticker.shutdown();
            deadlines.shutdownNow();
            closeClient();
        }
    }

    private void closeClient() {
        try {
            client.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
