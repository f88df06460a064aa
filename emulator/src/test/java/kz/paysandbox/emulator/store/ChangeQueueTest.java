package kz.paysandbox.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import org.junit.jupiter.api.Test;

class ChangeQueueTest {

    private final ChangeQueue queue = new ChangeQueue(() -> {});
    private final World world = TestWorlds.with();
    private final WorldLog log = new WorldLog(1, world, world.state(), queue);
    private final TableLog table = log.tables().get(0);

    @Test
    void what_may_wait_is_waited_for_until_it_is_written_and_not_only_until_it_is_taken() {
        queue.addSoon(table, () -> true);
        assertThat(queue.pending(false)).isEmpty();
        assertThat(queue.pending(true)).isPresent();

        assertThat(queue.takeSoon()).containsExactly(table);
        assertThat(queue.pending(true)).isPresent();

        queue.writtenSoon(1);
        assertThat(queue.pending(true)).isEmpty();
    }

    @Test
    void who_finds_a_table_added_by_another_finds_it_counted() {
        queue.addSoon(table, () -> {
            assertThat(queue.pending(true)).isPresent();
            return true;
        });
        queue.addSoon(table, () -> false);

        assertThat(queue.takeSoon()).containsExactly(table);
        queue.writtenSoon(1);
        assertThat(queue.pending(true)).isEmpty();
    }

    @Test
    void who_finds_a_value_queued_by_another_finds_it_counted() {
        Change change = new Change.Value(table, "value");
        queue.addOnce(change, () -> {
            assertThat(queue.pending(false)).isPresent();
            return true;
        });
        queue.addOnce(change, () -> false);

        var taken = new ArrayList<Change>();
        queue.takeChanges(taken);
        assertThat(taken).containsExactly(change);
        assertThat(queue.unwritten()).isOne();
    }
}
