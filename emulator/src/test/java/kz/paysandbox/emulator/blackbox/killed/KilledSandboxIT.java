package kz.paysandbox.emulator.blackbox.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.paysandbox.emulator.blackbox.support.Identity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * A sandbox is killed at random moments under load, and started again in the same home, again and again: what a client
 * was told is still so. {@code -Dkilled.seed} chooses what is left to chance, {@code -Dkilled.times} says how often.
 */
class KilledSandboxIT {

    /** Kept between runs: making its certificates takes seconds. */
    private static final Path HOME = Path.of("target", "killed-home");

    /** Every so many rounds it is killed while it starts, too. */
    private static final int START_KILLED = 2;

    /** Every so many rounds it is stopped as its user does. */
    private static final int STOPPED = 9;

    private final Differences differences = new Differences();
    private final Line line = new Line();
    private int kills;

    @Test
    void what_was_told_before_a_few_kills_is_still_so(TestReporter reporter) throws Exception {
        run(9, reporter);
    }

    /** With {@code -Dkilled.times=200} as often as one likes. */
    @Test
    @Tag("thorough")
    void what_was_told_before_many_kills_is_still_so(TestReporter reporter) throws Exception {
        run(Integer.getInteger("killed.times", 18), reporter);
    }

    private void run(int times, TestReporter reporter) throws Exception {
        long seed = Long.getLong("killed.seed", Instant.now().toEpochMilli());
        reporter.publishEntry("seed", String.valueOf(seed));
        Files.createDirectories(HOME);
        Files.deleteIfExists(HOME.resolve("said.txt"));
        Random random = new Random(seed);
        SandboxProcess process = SandboxProcess.start(HOME, "--fresh");
        try (MerchantServer merchant = MerchantServer.open()) {
            line.leadsTo(process.ports());
            Path bundle = HOME.resolve("pki").resolve("ca-bundle.pem");
            HttpClient client = Line.client(Identity.anonymous(bundle));
            Town town = Town.found(line, differences, merchant, bundle, client, seed);
            for (int round = 1; kills < times; round++) {
                process = round(town, process, round, random);
                assertThat(differences.found())
                        .as("round %d of seed %d; it said: %s", round, seed, process.said())
                        .isEmpty();
            }
            reporter.publishEntry(
                    "outcome",
                    kills + " kills, answers " + differences.answers() + ", " + differences.compared()
                            + " comparisons, " + merchant.heard() + " callbacks heard");
            assertThat(process.stop()).isZero();
            assertThat(HOME.resolve("worlds")).isDirectoryContaining("glob:**sqlite-*sqlitejdbc*");
        } finally {
            process.kill();
        }
    }

    /** Load, the end, another start, comparison. */
    private SandboxProcess round(Town town, SandboxProcess running, int round, Random random) throws Exception {
        AtomicBoolean killed = new AtomicBoolean();
        List<Thread> threads = town.act(killed);
        if (running.endsWithin(300 + random.nextInt(1500))) {
            differences.add("it ended by itself in round " + round);
        }
        killed.set(true);
        Instant surelyUp = Instant.now();
        if (round % STOPPED == 0) {
            differences.same("code of its end", 0, running.stop());
        } else {
            running.kill();
            kills++;
        }
        Instant down = Instant.now();
        for (Thread thread : threads) {
            thread.join();
        }
        if (round % START_KILLED == 0) {
            SandboxProcess starting = SandboxProcess.start(HOME);
            starting.endsWithin(200 + random.nextInt(1000));
            starting.kill();
            kills++;
        }
        Instant starts = Instant.now();
        line.wasDown(new Line.Outage(down, round % START_KILLED == 0 ? surelyUp : starts));
        SandboxProcess next = SandboxProcess.start(HOME);
        try {
            line.leadsTo(next.ports());
            town.check();
        } catch (IOException | Unanswered failed) {
            differences.add("round " + round + ": " + failed + " " + failed.getCause());
        }
        return next;
    }
}
