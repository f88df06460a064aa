package kz.paysandbox.emulator.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/**
 * For any list of faults and any calls of both banks: what a fault keeps from being applied leaves the books as they
 * were, and what loses an answer applies its call exactly once. {@code -Dmoney.seed=N} repeats a run, {@code
 * -Dmoney.examples=N} makes it longer; a failure prints the shortest faults and calls found.
 */
@Sandbox(clock = "now", settings = "epay.token-life=P365D")
class MoneyUnderFaultsTest {

    private static final long SEED = Long.getLong("money.seed", 20_261_121);
    private static final int EXAMPLES = Integer.getInteger("money.examples", 25);

    @Test
    void no_money_is_made_or_lost(SandboxWorld world) {
        System.out.println("money.seed=" + SEED + " money.examples=" + EXAMPLES);
        Banks banks = new Banks(world);
        Map<String, Integer> tally = new TreeMap<>();
        qt().withFixedSeed(SEED)
                .withExamples(EXAMPLES)
                .withShrinkCycles(100)
                .forAll(
                        lists().of(numbers()).ofSizeBetween(0, 6),
                        lists().of(numbers()).ofSizeBetween(5, 60))
                .checkAssert((faults, calls) -> walk(new Walk(world, banks, tally, faults), calls));
        System.out.println(tally);
        assertThat(tally)
                .allSatisfy((outcome, calls) -> assertThat(calls).as(outcome).isGreaterThan(EXAMPLES));
        assertThat(tally).hasSize(4);
    }

    private static void walk(Walk walk, List<Long> calls) {
        calls.forEach(walk::step);
        walk.end();
    }

    private static Gen<Long> numbers() {
        return longs().between(0, Long.MAX_VALUE);
    }
}
