package kz.paysandbox.features.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import kz.paysandbox.features.Banks;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.targets.Targets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** A bank that deviates is caught, by a scenario that names the matter. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeviationTest {

    private final Randomness random = Randomness.of(new Random(1));
    private final Target emulator = new Targets(Banks.all(), random).emulator(Path.of("target", "sandbox-home"));
    private final List<Deviation> planted = Deviation.all();

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Test
    void there_are_eighty_at_least_and_none_twice() {
        assertThat(planted)
                .extracting(Deviation::name)
                .hasSizeGreaterThanOrEqualTo(80)
                .doesNotHaveDuplicates();
    }

    @Test
    void the_readme_counts_them() throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains(planted.size() + " planted deviations");
    }

    @TestFactory
    Stream<DynamicTest> is_caught() {
        return planted.stream()
                .map(deviation -> DynamicTest.dynamicTest(
                        deviation.name(),
                        () -> assertThat(deviation.failures(emulator, random))
                                .anySatisfy(name -> assertThat(name).contains(deviation.caught()))));
    }
}
