package kz.paysandbox.emulator.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.ServerMemory;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import org.junit.jupiter.api.Test;

/** What a memory of the things used last counts as held. */
class LruCacheBytesTest {

    private static final MemoryKind KIND = MemoryKind.PAYMENTS;

    private final WorldMemory memory = WorldMemory.unbounded();
    private final LruCache<String, Integer> recent = new LruCache<>(2, memory, KIND, 10);

    @Test
    void an_entry_counts_once_with_its_text_and_its_value() {
        recent.put("abc", 1);
        assertThat(memory.held(KIND)).isEqualTo(130 + 10 + 6);
        recent.put("abc", 2);
        assertThat(memory.held(KIND)).isEqualTo(146);
        recent.update("abc", 0, number -> number + 1);
        assertThat(memory.held(KIND)).isEqualTo(146);
        recent.update("d", 0, number -> number + 1);
        assertThat(memory.held(KIND)).isEqualTo(146 + 142);
    }

    @Test
    void what_is_forgotten_counts_no_more_and_what_was_unknown_counts_nothing() {
        recent.put("abc", 1);
        recent.forget("unknown");
        assertThat(memory.held(KIND)).isEqualTo(146);
        recent.forget("abc");
        assertThat(memory.held(KIND)).isZero();
    }

    @Test
    void what_goes_at_the_limit_counts_no_more() {
        recent.put("a", 1);
        recent.put("b", 2);
        recent.put("cd", 3);
        assertThat(recent.keys()).containsExactly("b", "cd");
        assertThat(memory.held(KIND)).isEqualTo(142 + 144);
    }

    @Test
    void a_key_that_is_no_text_counts_as_an_object_alone() {
        LruCache<Integer, Integer> numbers = new LruCache<>(2, memory, KIND, 0);
        numbers.put(4711, 1);
        assertThat(memory.held(KIND)).isEqualTo(130);
    }

    @Test
    void where_others_need_the_bytes_the_ones_not_used_for_longest_go_until_none_is_left() {
        WorldMemory small = ServerMemory.ofHeap(40_000, kind -> 4).ofWorld();
        LruCache<String, Integer> crowded = new LruCache<>(100, small, KIND, 0);
        for (int number = 0; number < 10; number++) {
            crowded.put("k" + number, number);
        }
        assertThat(crowded.keys()).containsExactly("k8", "k9");
        assertThat(small.held(KIND)).isEqualTo(2 * 134);
        crowded.forget("k8");
        crowded.forget("k9");
        assertThat(small.held(KIND)).isZero();
    }
}
