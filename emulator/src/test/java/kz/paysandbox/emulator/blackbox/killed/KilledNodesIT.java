package kz.paysandbox.emulator.blackbox.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.paysandbox.emulator.blackbox.support.Identity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Nodes of one database are killed at random moments under load, one at a time, whether they own the worlds or relay: what
 * a client was told by any of them is still so, whichever it asks. {@code -Dkilled.seed} chooses what is left to chance,
 * {@code -Dkilled.nodes.times} says how often.
 */
class KilledNodesIT {

    /** Kept between runs: only the first node makes certificates, but each has its own log. */
    private static final Path HOMES = Path.of("target", "killed-nodes");

    private final Differences differences = new Differences();
    private final Line line = new Line();
    private Duration longest = Duration.ZERO;

    @Test
    void one_node_is_killed_and_started_again(TestReporter reporter) throws Exception {
        run(1, 3, reporter);
    }

    @Test
    void what_any_of_three_nodes_told_is_still_so(TestReporter reporter) throws Exception {
        run(3, 4, reporter);
    }

    /** With {@code -Dkilled.nodes.times=200} as often as one likes. */
    @Test
    @Tag("thorough")
    void what_any_of_three_nodes_told_is_still_so_after_many_kills(TestReporter reporter) throws Exception {
        run(3, Integer.getInteger("killed.nodes.times", 6), reporter);
    }

    private void run(int nodes, int times, TestReporter reporter) throws Exception {
        long seed = Long.getLong("killed.seed", Instant.now().toEpochMilli());
        reporter.publishEntry("seed", String.valueOf(seed));
        Random random = new Random(seed);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                NodeRow row = NodeRow.start(HOMES, nodes, postgres.getJdbcUrl("postgres", "postgres"));
                MerchantServer merchant = MerchantServer.open()) {
            line.leadsTo(row.ports());
            Path bundle = row.home(0).resolve("pki").resolve("ca-bundle.pem");
            HttpClient client = Line.client(Identity.anonymous(bundle));
            Town town = Town.found(line, differences, merchant, bundle, client, seed);
            for (int kill = 1; kill <= times; kill++) {
                round(town, row, random.nextInt(nodes), random);
                assertThat(differences.found())
                        .as("kill %d of seed %d; they said: %s", kill, seed, row.said())
                        .isEmpty();
            }
            reporter.publishEntry(
                    "outcome",
                    times + " kills of " + nodes + " nodes, answers " + differences.answers() + ", "
                            + differences.compared() + " comparisons, " + merchant.heard()
                            + " callbacks heard, the longest time until an answer " + longest.toMillis() + " ms");
        }
    }

    /** Load, the end of one node, comparison at the others, another start. */
    private void round(Town town, NodeRow row, int victim, Random random) throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        List<Thread> threads = town.act(killed);
        if (row.process(victim).endsWithin(300 + random.nextInt(1500))) {
            differences.add("node " + victim + " ended by itself");
        }
        killed.set(true);
        row.kill(victim);
        Instant down = Instant.now();
        boolean alone = row.ports().size() == 1;
        if (!alone) {
            row.process((victim + 1) % row.ports().size()).endsWithin(random.nextInt(1500));
        }
        line.leadsTo(List.of());
        for (Thread thread : threads) {
            thread.join();
        }
        if (alone) {
            row.restart(victim);
        }
        line.leadsTo(alone ? row.ports() : row.portsWithout(victim));
        try {
            town.answers();
            Duration lasted = Duration.between(down, Instant.now());
            longest = lasted.compareTo(longest) > 0 ? lasted : longest;
            town.check();
        } catch (Unanswered failed) {
            differences.add("after the end of node " + victim + ": " + failed + " " + failed.getCause());
        }
        if (!alone) {
            row.restart(victim);
        }
        line.leadsTo(row.ports());
    }
}
