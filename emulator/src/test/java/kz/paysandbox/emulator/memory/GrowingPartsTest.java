package kz.paysandbox.emulator.memory;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.ServerMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever callers send more and more of, it takes no more bytes than its share, of one world and of all together. */
class GrowingPartsTest {

    private static final long HEAP = 8L * 1024 * 1024;
    private static final int MANY = 3_000;

    private final ServerMemory memory = ServerMemory.ofHeap(HEAP, kind -> 20);

    @ParameterizedTest
    @EnumSource
    void one_world_holds_no_more_than_its_share(GrowingPart part) {
        World world = FilledWorlds.empty(memory);
        long share = memory.most(part.kind()) * 3 / 4;

        long taken = FilledWorlds.fill(world, part, 1, MANY);

        assertThat(world.memory().held(part.kind())).isBetween(share / 2, share);
        assertThat(taken == MANY).isEqualTo(part.oldestGo());
        assertThat(part.add(world, MANY + 1)).isEqualTo(part.oldestGo());
    }

    @ParameterizedTest
    @EnumSource
    void all_worlds_together_hold_no_more_than_theirs(GrowingPart part) {
        World first = FilledWorlds.empty(memory);
        World second = FilledWorlds.empty(memory);
        World third = FilledWorlds.empty(memory);

        FilledWorlds.fill(first, part, 1, MANY);
        FilledWorlds.fill(second, part, 1, MANY);
        long late = FilledWorlds.fill(third, part, 1, MANY);

        assertThat(memory.held(part.kind())).isBetween(memory.most(part.kind()) / 2, memory.most(part.kind()));
        if (part.oldestGo()) {
            assertThat(late).isEqualTo(MANY);
            assertThat(third.memory().held(part.kind())).isGreaterThan(memory.most(part.kind()) / 8);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_world_that_is_gone_holds_nothing(GrowingPart part) {
        World world = FilledWorlds.empty(memory);
        FilledWorlds.fill(world, part, 1, MANY);

        world.memory().close();
        part.add(world, MANY + 1);

        assertThat(memory.held(part.kind())).isZero();
    }
}
