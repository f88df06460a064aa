package kz.paysandbox.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.quicktheories.QuickTheory;
import org.quicktheories.core.Gen;

/** Whatever happens in worlds, and wherever the process ends: what was kept comes back. */
class WorldStorePropertiesTest {

    private static final long SEED = 20_261_128;

    @Test
    void what_comes_back_is_what_was_there_when_the_last_answer_went_out() {
        theory().forAll(steps()).checkAssert(steps -> {
            ToyWalk walk = new ToyWalk();
            steps.forEach(walk::step);
            walk.crash();
        });
    }

    @Test
    void writing_a_world_anew_changes_nothing_of_what_is_read() {
        theory().forAll(steps()).checkAssert(steps -> {
            try (StoreRig rig = new StoreRig()) {
                IntPredicate condenses = step -> step % 4 == 0;
                for (int step : steps) {
                    ToyWalk.change(rig.toy, step, step);
                    if (condenses.test(step / 30)) {
                        assertThat(rig.writer.queue().pending(true)).isEmpty();
                        rig.database.write(rig.writes.whole(rig.log));
                        assertThat(rig.database.all()).hasSize(1);
                        assertReadBack(rig);
                    }
                }
                assertThat(rig.writer.queue().pending(true)).isEmpty();
                assertReadBack(rig);
            }
        });
    }

    private static void assertReadBack(StoreRig rig) {
        ToyPart back = rig.readBack();
        assertThat(back.urgent()).isEqualTo(rig.toy.urgent());
        assertThat(back.later()).isEqualTo(rig.toy.later());
    }

    private static QuickTheory theory() {
        return qt().withFixedSeed(SEED).withExamples(100).withShrinkCycles(200);
    }

    private static Gen<List<Integer>> steps() {
        return lists().of(integers().between(0, 100_000)).ofSizeBetween(1, 80);
    }
}
