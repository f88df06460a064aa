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
import kz.paysandbox.gateway.address.AddressList;
import kz.paysandbox.gateway.callback.Callbacks;
import kz.paysandbox.gateway.jobs.DayPlan;
import kz.paysandbox.gateway.jobs.FollowJob;
import kz.paysandbox.gateway.jobs.JobHandler;
import kz.paysandbox.gateway.jobs.JobRunner;
import kz.paysandbox.gateway.jobs.JournalSweep;
import kz.paysandbox.gateway.jobs.Pruning;
import kz.paysandbox.gateway.jobs.Reconciliation;
import kz.paysandbox.gateway.jobs.RegularJob;
import kz.paysandbox.gateway.jobs.SettleJob;
import kz.paysandbox.gateway.jobs.Sweep;
import kz.paysandbox.gateway.jobs.VerifyJob;
import kz.paysandbox.gateway.jobs.WebhookJob;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.JobKinds;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable;
import kz.paysandbox.gateway.webhook.ShopHttpClient;
import kz.paysandbox.gateway.webhook.WebhookSender;

/** What runs without a caller: the jobs of payments, and in a pool of their own the messages to shops. */
final class GatewayJobs implements AutoCloseable {
    private static final Duration STALE = Duration.ofMinutes(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(30);
    private static final Duration LAST_TICK = Duration.ofSeconds(5);
    private static final int SETTLE_THREADS = 4;
    private static final int NIGHT_THREADS = 2;

    private final GatewayDatabase database;
    private final Identity identity;
    private final ScheduledExecutorService ticker;
    private final ScheduledExecutorService deadlines;
    private final ShopHttpClient client;
    private final Reconciliation reconciliation;
    private final JobRunner messages;
    private final List<JobRunner> runners;
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
        Map<String, JobHandler> handlers = handlers(settings, useCases, callbacks);
        int threads = settings.number(GatewaySetting.JOBS_THREADS);
        this.messages = runner("webhook", settings.number(GatewaySetting.WEBHOOK_THREADS), handlers, JobKinds.WEBHOOK);
        this.runners = List.of(
                runner("kaspi", threads, handlers, JobKinds.FOLLOW),
                runner("epay", threads, handlers, JobKinds.FOLLOW_CARD),
                runner(
                        "settle",
                        SETTLE_THREADS,
                        handlers,
                        JobKinds.SETTLE,
                        JobKinds.CALLBACKS,
                        JobKinds.SWEEP,
                        JobKinds.PRUNE),
                runner(
                        "night",
                        NIGHT_THREADS,
                        handlers,
                        JobKinds.JOURNAL,
                        JobKinds.VERIFY,
                        JobKinds.RECONCILE,
                        JobKinds.RECONCILIATION),
                messages);
        boolean alone = DatabaseSetup.address(settings).file();
        database.<Boolean>repeated(sql -> prepared(sql, alone, callbacks.isPresent()));
        new Sweep(database).run();
    }

    /** Pools of their own: a bank or a shop that does not answer takes no thread of the other work. */
    private JobRunner runner(String name, int threads, Map<String, JobHandler> handlers, String... kinds) {
        Map<String, JobHandler> own = new HashMap<>(handlers);
        own.keySet().retainAll(List.of(kinds));
        return new JobRunner(database, identity, own, new JobRunner.Threads(name, threads, ticker));
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

    private Map<String, JobHandler> handlers(
            GatewaySettings settings, UseCases useCases, Optional<Callbacks> callbacks) {
        Clock clock = identity.clock();
        Map<String, JobHandler> handlers = new HashMap<>();
        FollowJob follow = new FollowJob(database, useCases.looks(), useCases.plan());
        handlers.put(JobKinds.FOLLOW, follow);
        handlers.put(JobKinds.FOLLOW_CARD, follow);
        handlers.put(
                JobKinds.WEBHOOK,
                new WebhookJob(
                        new WebhookSender(database, client, settings.spans(GatewaySetting.RETRIES_AFTER), clock),
                        clock));
        handlers.put(JobKinds.SETTLE, new SettleJob(useCases.settlement()));
        Duration sweeps = settings.span(GatewaySetting.EXPIRY_EVERY);
        handlers.put(JobKinds.SWEEP, RegularJob.every(sweeps, clock, new Sweep(database)));
        handlers.put(
                JobKinds.JOURNAL, RegularJob.every(sweeps, clock, new JournalSweep(database, useCases.banks(), clock)));
        handlers.put(JobKinds.VERIFY, new VerifyJob(database, useCases.banks().merchant(), clock));
        handlers.put(JobKinds.RECONCILE, RegularJob.nightly(clock, reconciliation::beginLastDays));
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
            jobs.release(sql);
        }
        Instant now = identity.clock().instant();
        jobs.insertIfAbsent(sql, JobKinds.SWEEP, JobKinds.ALL, now);
        jobs.insertIfAbsent(sql, JobKinds.JOURNAL, JobKinds.ALL, now);
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
        runners.forEach(JobRunner::start);
    }

    /** Does what is due, until nothing is; for tests. */
    void runDue() {
        int done;
        do {
            done = runners.stream().mapToInt(JobRunner::runDue).sum();
        } while (done > 0);
    }

    /** The comparison with the bank. */
    Reconciliation reconciliation() {
        return reconciliation;
    }

    /** Whether all pools looked for jobs within the last minute, or do so only when a test tells them. */
    boolean ticking() {
        Instant old = identity.clock().instant().minus(STALE);
        return !started
                || runners.stream()
                        .allMatch(runner ->
                                runner.lastTick().filter(old::isBefore).isPresent());
    }

    /** For how long the oldest job that is due has waited. */
    Duration queueAge() {
        return runners.stream()
                .filter(runner -> runner != messages)
                .map(JobRunner::queueAge)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** For how long the oldest shop whose messages are due has waited. */
    Duration messageAge() {
        return messages.queueAge();
    }

    /**
     * Claims nothing more, and waits for what is under way; what ends frees its claim. A call to a bank that goes on keeps
     * the claim of its operation until its longest time is over: no other node may look at the books before.
     */
    @Override
    public void close() {
        runners.forEach(JobRunner::stopping);
        long end = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            for (JobRunner runner : runners) {
                runner.stop(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            }
            ticker.shutdown();
            ticker.awaitTermination(LAST_TICK.toSeconds(), TimeUnit.SECONDS);
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
