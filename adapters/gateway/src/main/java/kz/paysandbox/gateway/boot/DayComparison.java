package kz.paysandbox.gateway.boot;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.adapters.transport.CallListener;
import kz.paysandbox.gateway.jobs.JobRunner;
import kz.paysandbox.gateway.jobs.Reconciliation;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.JobKinds;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.ReconciliationTable.Report;

/** The comparison of one day with the bank, without a gateway; gateways over the same database may take part. */
public final class DayComparison {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration STOP = Duration.ofSeconds(35);

    private DayComparison() {}

    /**
     * Compares, and returns when every report of the day is done.
     *
     * @param bin of one organisation; empty for all
     */
    public static List<Report> run(
            GatewaySettings settings, GatewaySurroundings surroundings, LocalDate day, Optional<String> bin)
            throws InterruptedException {
        try (GatewayDatabase database = DatabaseSetup.open(settings, surroundings);
                BankClients clients = BankClients.of(settings, surroundings.clock(), CallListener.SILENT)) {
            Identity identity = new Identity(
                    surroundings.ids().get(),
                    surroundings.clock(),
                    surroundings.ids(),
                    BankClients.LEASE,
                    BankClients.LONGEST_CALL);
            UseCases useCases = UseCases.of(
                    settings,
                    identity,
                    database,
                    clients.journaled(database.database(), surroundings.clock(), settings),
                    new PublicAddress(settings.url(GatewaySetting.PUBLIC_URL)),
                    Runnable::run,
                    (why, address) -> {});
            Reconciliation reconciliation = new Reconciliation(
                    database,
                    useCases.banks().merchant(),
                    useCases.ledger(),
                    settings.number(GatewaySetting.RECONCILIATION_CALLS));
            reconciliation.begin(day, bin);
            completed(database, identity, reconciliation, day);
            return reconciliation.reports(day);
        }
    }

    private static void completed(
            GatewayDatabase database, Identity identity, Reconciliation reconciliation, LocalDate day)
            throws InterruptedException {
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
        JobRunner runner = new JobRunner(
                database,
                identity,
                Map.of(JobKinds.RECONCILIATION, reconciliation),
                new JobRunner.Threads("reconciliation", 1, ticker));
        try {
            runner.start();
            CountDownLatch never = new CountDownLatch(1);
            while (!reconciliation.reports(day).stream().allMatch(Report::done)) {
                never.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            }
        } finally {
            runner.stop(STOP);
            ticker.shutdownNow();
        }
    }
}
