package kz.paysandbox.gateway.boot;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.gateway.boot.metrics.GatewayMetrics;
import kz.paysandbox.gateway.http.access.AccessTokens;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.http.server.TraceContext;
import kz.paysandbox.gateway.jobs.Reconciliation;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.Tables;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running gateway. Closing it ends it in order: no new requests, then jobs under way, then the database. */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    private final GatewaySettings settings;
    private final GatewayDatabase database;
    private final AccessTokens tokens;
    private final UseCases useCases;
    private final GatewayJobs jobs;
    private final Health health;
    private final Servers servers;
    private final PublicAddress address;
    private final Deque<AutoCloseable> open;

    private Gateway(GatewaySettings settings, GatewaySurroundings surroundings, Deque<AutoCloseable> open) {
        this.settings = settings;
        this.open = open;
        GatewayMetrics metrics = opened(new GatewayMetrics());
        this.database = opened(DatabaseSetup.open(settings, surroundings));
        show(metrics, database);
        this.tokens = new AccessTokens(database, surroundings.random());
        TraceContext traces = new TraceContext();
        BankClients clients = opened(
                BankClients.of(settings, surroundings.clock(), metrics.banks().and(traces)));
        this.address = new PublicAddress(settings.url(GatewaySetting.PUBLIC_URL));
        Identity identity = new Identity(
                settings.find(GatewaySetting.NODE).orElseGet(surroundings.ids()),
                surroundings.clock(),
                surroundings.ids(),
                BankClients.LEASE,
                BankClients.LONGEST_CALL);
        this.useCases = UseCases.of(
                settings,
                identity,
                database,
                clients.journaled(database.database(), surroundings.clock(), settings),
                address,
                opened(new CallbackThreads()),
                metrics.security());
        this.jobs = opened(new GatewayJobs(settings, database, useCases, useCases.callbacks()));
        show(metrics, jobs);
        this.health = new Health(database::reachable, jobs::ticking);
        this.servers = opened(Servers.start(
                settings,
                new Servers.Parts(database, tokens, surroundings.random(), useCases, metrics, traces, health),
                address));
        if (surroundings.timers()) {
            jobs.start();
        }
    }

    private static void show(GatewayMetrics metrics, GatewayDatabase database) {
        Tables tables = database.tables();
        metrics.show(
                "gateway.attention.open",
                "What a person must look into",
                () -> database.<Long>transaction(tables.attention()::count));
        metrics.show(
                "gateway.operations.unknown",
                "Operations whose outcome nobody knows yet",
                () -> database.<Long>transaction(tables.operations()::unknown));
        metrics.show(
                "gateway.webhooks.waiting",
                "Messages that shops have not taken yet",
                () -> database.<Long>transaction(tables.webhooks().messages()::waiting));
    }

    private static void show(GatewayMetrics metrics, GatewayJobs jobs) {
        metrics.show(
                "gateway.jobs.queue.age.seconds",
                "For how long the oldest job that is due has waited",
                () -> seconds(jobs.queueAge()));
        metrics.show(
                "gateway.webhooks.queue.age.seconds",
                "For how long the oldest shop whose messages are due has waited",
                () -> seconds(jobs.messageAge()));
    }

    private static double seconds(Duration age) {
        return age.toMillis() / 1000.0;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /**
     * Starts a gateway.
     *
     * @throws RuntimeException when settings, database, certificates or port do not allow it; nothing is left open
     */
    public static Gateway start(GatewaySettings settings, GatewaySurroundings surroundings) {
        Deque<AutoCloseable> open = new ArrayDeque<>();
        try {
            return new Gateway(settings, surroundings, open);
        } catch (RuntimeException e) {
            closeAll(open);
            throw e;
        }
    }

    private static void closeAll(Deque<AutoCloseable> open) {
        while (!open.isEmpty()) {
            AutoCloseable part = open.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.error("a part could not be closed", e);
            }
        }
    }

    /** The database. */
    public GatewayDatabase database() {
        return database;
    }

    /** Makes and knows access tokens. */
    public AccessTokens tokens() {
        return tokens;
    }

    /** What can be done. */
    public UseCases useCases() {
        return useCases;
    }

    /** The port that shops reach. */
    public int port() {
        return servers.shops().port();
    }

    /** The rows that shops reach. */
    public List<Route> routes() {
        return servers.shops().routes();
    }

    /** The listener's address. */
    public URI address() {
        return address.own();
    }

    /** Whether Kaspi is played by the sandbox that the settings find by its folder. */
    public boolean overSandbox() {
        return BankClients.sandbox(BankClients.completed(settings.banks()));
    }

    /** Who answers for the banks, for people. */
    String bankNames() {
        return BankClients.names(BankClients.completed(settings.banks()));
    }

    /** The database, for people; without user and password. */
    String databaseName() {
        return DatabaseSetup.name(settings);
    }

    /** Runs the jobs that are due, until none is; for tests, where they do not run by themselves. */
    public void runDue() {
        jobs.runDue();
    }

    /** The comparison with the bank. */
    public Reconciliation reconciliation() {
        return jobs.reconciliation();
    }

    /** Says that it is not ready for so long as the settings say, then closes; for the program's end. */
    public void stop() {
        health.stopping();
        try {
            new CountDownLatch(1).await(settings.span(GatewaySetting.STOP_AFTER).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        health.stopping();
        closeAll(open);
    }
}
