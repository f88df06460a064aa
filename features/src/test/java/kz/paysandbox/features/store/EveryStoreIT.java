package kz.paysandbox.features.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.paysandbox.features.Banks;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.deviation.Deviation;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.run.Participants;
import kz.paysandbox.features.run.Plan;
import kz.paysandbox.features.run.Report;
import kz.paysandbox.features.run.Suite;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.targets.Targets;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All scenarios hold and all deviations are caught where worlds are kept outside the process; in memory this is
 * {@code SuiteTest} and {@code DeviationTest}.
 */
@Tag("thorough")
class EveryStoreIT {

    @TempDir
    private Path home;

    @Test
    void in_a_file() {
        hold(Map.of("store", "file"));
    }

    @Test
    void in_a_database_that_nodes_share() throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            hold(Map.of(
                    "store",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "store.key-file",
                    home.resolve("key").toString()));
        }
    }

    private void hold(Map<String, String> store) {
        Randomness random = Randomness.of(new Random(1));
        try (Target target = new Targets(Banks.all(), random).emulator(home, store)) {
            assertThat(run(target, Driver.raw(Banks.all(), random), random).skipped())
                    .isEmpty();
            assertThat(run(target, Driver.adapter(Banks.all(), random), random).skipped())
                    .containsOnlyKeys(Need.WIRE.reason());
            SoftAssertions caught = new SoftAssertions();
            for (Deviation deviation : Deviation.all()) {
                caught.assertThat(deviation.failures(target, random))
                        .as(deviation.name())
                        .anyMatch(name -> name.contains(deviation.caught()));
            }
            caught.assertAll();
        }
    }

    private static Report run(Target target, Driver driver, Randomness random) {
        try (ShopServer shops = ShopServer.local()) {
            Report report = Suite.run(Plan.of(Participants.of(Banks.all(), target, driver, shops, random), 1));
            assertThat(report.failures()).isEqualTo(List.of());
            return report;
        }
    }
}
