package kz.paysandbox.emulator.core.memory;

import static kz.paysandbox.emulator.core.memory.MemoryKind.FINDINGS;
import static kz.paysandbox.emulator.core.memory.MemoryKind.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.AtOnce;
import org.junit.jupiter.api.Test;

class ServerMemoryTest {

    private static final long MEGABYTE = 1024 * 1024;

    /** 400 bytes of each kind, and 300 a world. */
    private final ServerMemory memory = ServerMemory.ofHeap(40_000, kind -> 4);

    /** Entries of equal size, of which the oldest go. */
    private static final class Entries {

        private final Deque<Long> kept = new ArrayDeque<>();
        private final MemoryAccount account;

        Entries(WorldMemory world, MemoryKind kind) {
            this.account = world.account(kind, this::evictOldest);
        }

        void add(long bytes) {
            synchronized (kept) {
                kept.addLast(bytes);
            }
            account.keep(bytes);
        }

        private boolean evictOldest() {
            synchronized (kept) {
                Long oldest = kept.pollFirst();
                if (oldest == null) {
                    return false;
                }
                account.give(oldest);
                return true;
            }
        }
    }

    @Test
    void shares_are_of_the_heap_without_what_the_server_needs_itself() {
        assertThat(ServerMemory.ofHeap(232 * MEGABYTE, kind -> 10).most(PAYMENTS))
                .isEqualTo(200 * MEGABYTE / 100 * 10);
        assertThat(ServerMemory.ofHeap(40 * MEGABYTE, kind -> 10).most(PAYMENTS))
                .isEqualTo(10 * MEGABYTE / 100 * 10);
        assertThat(memory.most(FINDINGS)).isEqualTo(400);
    }

    @Test
    void a_world_has_three_quarters_and_its_oldest_go() {
        WorldMemory world = memory.ofWorld();
        Entries entries = new Entries(world, PAYMENTS);

        IntStream.range(0, 10).forEach(number -> entries.add(100 + number));

        assertThat(entries.kept).containsExactly(108L, 109L);
        assertThat(world.held(PAYMENTS)).isEqualTo(217);
        assertThat(memory.held(PAYMENTS)).isEqualTo(217);
        assertThat(memory.held(FINDINGS)).isZero();
    }

    @Test
    void where_all_hold_too_much_the_fullest_world_loses_first() {
        Entries full = new Entries(memory.ofWorld(), PAYMENTS);
        Entries other = new Entries(memory.ofWorld(), PAYMENTS);
        Entries late = new Entries(memory.ofWorld(), PAYMENTS);
        IntStream.range(0, 30).forEach(number -> full.add(10));
        IntStream.range(0, 9).forEach(number -> other.add(10));

        IntStream.range(0, 5).forEach(number -> late.add(10));

        assertThat(other.kept).hasSize(9);
        assertThat(late.kept).hasSize(5);
        assertThat(full.kept).hasSizeBetween(20, 26);
        assertThat(memory.held(PAYMENTS)).isBetween(350L, 400L);
    }

    @Test
    void what_may_not_go_is_refused_beyond_its_part_and_lets_others_their_room() {
        WorldMemory world = memory.ofWorld();
        Entries entries = new Entries(world, PAYMENTS);
        MemoryAccount lasting = world.lasting(PAYMENTS, () -> false);
        IntStream.range(0, 8).forEach(number -> entries.add(10));

        assertThat(lasting.take(200)).isTrue();
        assertThat(lasting.take(26)).isFalse();
        assertThat(lasting.held()).isEqualTo(200);
        assertThat(entries.kept).hasSize(8);
        assertThat(lasting.take(25)).isTrue();
        assertThat(world.held(PAYMENTS)).isEqualTo(295);

        lasting.give(25);
        assertThat(lasting.held()).isEqualTo(200);
    }

    @Test
    void what_lasts_in_all_worlds_is_refused_beyond_its_part_of_all() {
        MemoryAccount one = memory.ofWorld().lasting(PAYMENTS, () -> false);
        MemoryAccount other = memory.ofWorld().lasting(PAYMENTS, () -> false);

        assertThat(one.take(200)).isTrue();
        assertThat(other.take(101)).isFalse();
        assertThat(other.take(100)).isTrue();
    }

    @Test
    void a_small_collection_loses_nothing_to_a_large_one() {
        WorldMemory world = memory.ofWorld();
        Entries small = new Entries(world, PAYMENTS);
        Entries large = new Entries(world, PAYMENTS);
        small.add(2);

        IntStream.range(0, 100).forEach(number -> large.add(10));

        assertThat(small.kept).hasSize(1);
        assertThat(large.kept).hasSize(29);
    }

    @Test
    void a_world_that_is_gone_holds_nothing_and_counts_no_more() {
        WorldMemory world = memory.ofWorld();
        Entries entries = new Entries(world, PAYMENTS);
        MemoryAccount lasting = world.lasting(PAYMENTS, () -> false);
        entries.add(100);
        assertThat(lasting.take(100)).isTrue();

        world.close();
        entries.add(50);
        lasting.give(100);

        assertThat(memory.held(PAYMENTS)).isZero();
        assertThat(world.held(PAYMENTS)).isZero();
    }

    @Test
    void of_many_at_once_every_byte_is_counted_once() {
        WorldMemory[] worlds = {memory.ofWorld(), memory.ofWorld(), memory.ofWorld()};
        Entries[] entries = {
            new Entries(worlds[0], PAYMENTS), new Entries(worlds[1], PAYMENTS), new Entries(worlds[2], PAYMENTS)
        };

        AtOnce.call(16, caller -> {
            IntStream.range(0, 500).forEach(number -> entries[caller % 3].add(1 + number % 7));
            return caller;
        });

        long kept = IntStream.range(0, 3)
                .mapToLong(world ->
                        entries[world].kept.stream().mapToLong(bytes -> bytes).sum())
                .sum();
        assertThat(memory.held(PAYMENTS)).isEqualTo(kept).isBetween(200L, 400L);
    }
}
