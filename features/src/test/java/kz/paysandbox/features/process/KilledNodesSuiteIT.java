package kz.paysandbox.features.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.features.Banks;
import kz.paysandbox.features.bank.Settings;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.run.Participants;
import kz.paysandbox.features.run.Plan;
import kz.paysandbox.features.run.Report;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Result.Verdict;
import kz.paysandbox.features.run.Suite;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.targets.Targets;
import kz.paysandbox.features.wire.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Three nodes of one database behind a balancer, one of which is killed every 20 s, under the contract suite and a shop
 * that moves money: {@code -Dkilled.suite.kills=15} takes five minutes. A scenario whose connection is cut by a kill, or
 * that gives up before another node has taken over, is run again, as whoever wrote it would do.
 */
class KilledNodesSuiteIT {

    private static final Path FOLDER = Path.of("target", "killed-under-suite");
    private static final int NODES = 3;
    private static final int FIRST_OWNER = 0;
    private static final int THREADS = 4;

    /** Of a thread in a row at most: the scenario that is cut, and those whose patience ends before a take-over. */
    private static final int FAILURES = 3;

    private static final Duration BETWEEN = Duration.ofSeconds(20);

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean over;
    private int runs;
    private int held;
    private int again;

    @Test
    @Tag("thorough")
    void all_scenarios_hold_and_the_sums_agree(TestReporter reporter) throws Exception {
        long seed = Long.getLong("killed.seed", Instant.now().toEpochMilli());
        reporter.publishEntry("seed", String.valueOf(seed));
        int times = Integer.getInteger("killed.suite.kills", 3);
        Randomness names = Randomness.of(new SecureRandom());
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Nodes nodes = new Nodes(FOLDER, NODES, postgres.getJdbcUrl("postgres", "postgres"));
                Balancer balancer = new Balancer(nodes::ports);
                ShopServer shops = ShopServer.local();
                Target target = target(nodes, balancer, names)) {
            Driver adapter = Driver.adapter(Banks.all(), names);
            Driver raw = Driver.raw(Banks.all(), names);
            MoneyWalk walk = new MoneyWalk(target.open(), adapter, new Random(seed));
            CompletableFuture<Void> walking = CompletableFuture.runAsync(walk);
            CompletableFuture<Void> killing = CompletableFuture.runAsync(() -> kill(nodes, times, new Random(seed)));
            try {
                for (long order = seed; !killing.isDone(); order++) {
                    Driver driver = runs % 2 == 0 ? raw : adapter;
                    hold(Plan.of(Participants.of(Banks.all(), target, driver, shops, names), order));
                    runs++;
                }
            } finally {
                over = true;
                walk.end();
                killing.join();
            }
            walking.get(BETWEEN.toSeconds(), SECONDS);
            reporter.publishEntry(
                    "outcome",
                    done + " kills, " + runs + " runs of the suite, " + held + " scenarios held, " + again
                            + " of them when run again; " + walk.compare());
        }
    }

    private static Target target(Nodes nodes, Balancer balancer, Randomness names) throws IOException {
        Path ports = Files.writeString(FOLDER.resolve("ports-of-balancer.json"), Json.of(balancer.ports()));
        Settings settings =
                new Settings(Map.of("SANDBOX_HOME", nodes.home().toString(), "SANDBOX_PORTS_FILE", ports.toString()));
        return new Targets(Banks.all(), names).named("sandbox", settings);
    }

    private void kill(Nodes nodes, int times, Random random) {
        try {
            long next = System.nanoTime();
            for (int kill = 0; kill < times && !over; kill++) {
                next += BETWEEN.toNanos();
                stayUp(nodes, next);
                int victim = kill == 0 ? FIRST_OWNER : random.nextInt(NODES);
                begun.incrementAndGet();
                nodes.kill(victim);
                nodes.restart(victim);
                done.incrementAndGet();
            }
            stayUp(nodes, next + BETWEEN.toNanos());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void stayUp(Nodes nodes, long until) throws IOException, InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        assertThat(nodes.endsWithin(Math.max(0, left)))
                .as("a node ended by itself: %s", nodes.said())
                .isFalse();
    }

    /** Whoever does not hold while nobody is killed does not hold. */
    private void hold(Plan plan) {
        int past = done.get();
        Report report = Suite.run(plan);
        int kills = begun.get() - past;
        List<Result> failures = report.failures();
        assertThat(failures.size())
                .as("%d kills meanwhile; %s", kills, reasons(failures))
                .isLessThanOrEqualTo(THREADS * FAILURES * kills);
        held += (int) report.count(Verdict.PASSED);
        if (!failures.isEmpty()) {
            again += failures.size();
            int before = held;
            hold(new Plan(
                    plan.participants(),
                    failures.stream().map(KilledNodesSuiteIT::place).toList(),
                    "",
                    List.of(),
                    THREADS,
                    plan.seed()));
            assertThat(held - before).isEqualTo(failures.size());
        }
    }

    /** As Cucumber takes it. */
    private static String place(Result result) {
        return result.where().replaceFirst(":0*(\\d+)$", ":$1");
    }

    private static List<String> reasons(List<Result> failures) {
        return failures.stream()
                .map(failure -> failure.where() + ": " + failure.reason())
                .toList();
    }
}
