package kz.paysandbox.gateway.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable;

/** A database with a clock of its own, and runners over it. */
final class JobScene implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(45);

    final TestClock clock = TestClock.usual();
    final GatewayDatabase database;
    final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();

    JobScene(TestDatabase kind) {
        this.database = kind.open(clock);
    }

    static Identity identity(String node, Clock clock) {
        return new Identity(node, clock, () -> "00000000-0000-4000-8000-000000000000", LEASE, LEASE);
    }

    JobRunner runner(String node, int threads, Map<String, JobHandler> handlers) {
        return new JobRunner(database, identity(node, clock), handlers, new JobRunner.Threads(node, threads, ticker));
    }

    JobTable jobs() {
        return database.tables().jobs();
    }

    void add(String kind, String ref) {
        add(kind, ref, clock.instant());
    }

    void add(String kind, String ref, Instant dueAt) {
        database.transaction(sql -> {
            jobs().insert(sql, kind, ref, dueAt);
            return true;
        });
    }

    /** A row of the table as {@code due attempt claimed_by}, with the due time in seconds from now. */
    Optional<String> row(String kind, String ref) {
        return database.transaction(sql -> sql.first(
                "select due_at, attempt, claimed_by from job where kind = ? and ref = ?",
                row -> Duration.between(
                                        clock.instant(),
                                        row.getObject("due_at", java.time.OffsetDateTime.class)
                                                .toInstant())
                                .toSeconds()
                        + "s " + row.getInt("attempt") + " " + row.getString("claimed_by"),
                kind,
                ref));
    }

    List<String> attention() {
        return database.transaction(sql -> database.tables().attention().open(sql, 10)).stream()
                .map(item -> item.subject().kind().word() + ": " + item.what())
                .toList();
    }

    long rows() {
        return database.transaction(sql ->
                sql.first("select count(*) from job", row -> row.getLong(1)).orElseThrow());
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        database.close();
    }
}
