package kz.paysandbox.features.deviation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.features.raw.RawDriver;
import kz.paysandbox.features.run.Plan;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Suite;
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

    private final Target emulator = Targets.emulator(Path.of("target", "sandbox-home"));
    private final List<Deviation> planted = Deviation.all();

    @AfterAll
    void stop() {
        emulator.close();
    }

    @Test
    void thereAreFortyAtLeastAndNoneTwice() {
        assertThat(planted)
                .extracting(Deviation::name)
                .hasSizeGreaterThanOrEqualTo(40)
                .doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> isCaught() {
        return planted.stream()
                .map(deviation -> DynamicTest.dynamicTest(deviation.name(), () -> {
                    Plan plan =
                            Plan.of(emulator, new RawDriver(deviation::between)).tagged(deviation.tags());
                    assertThat(Suite.run(plan).failures())
                            .extracting(Result::name)
                            .anySatisfy(name -> assertThat(name).contains(deviation.caught()));
                }));
    }
}
