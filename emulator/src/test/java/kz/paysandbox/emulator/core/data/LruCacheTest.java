package kz.paysandbox.emulator.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LruCacheTest {

    private final LruCache<String, Integer> recent = new LruCache<>(2);

    @Test
    void what_was_not_used_for_longest_is_forgotten_first() {
        recent.put("a", 1);
        recent.put("b", 2);
        assertThat(recent.find("a")).contains(1);
        recent.put("c", 3);
        assertThat(recent.find("b")).isEmpty();
        assertThat(recent.find("a")).contains(1);
        assertThat(recent.find("c")).contains(3);
    }

    @Test
    void putting_gives_what_was_there_before() {
        assertThat(recent.put("a", 1)).isEmpty();
        assertThat(recent.put("a", 2)).contains(1);
        assertThat(recent.find("a")).contains(2);
    }

    @Test
    void an_update_starts_where_nothing_is_known() {
        assertThat(recent.update("a", 10, number -> number + 1)).isEqualTo(11);
        assertThat(recent.update("a", 10, number -> number + 1)).isEqualTo(12);
        recent.update("b", 0, number -> number);
        recent.update("c", 0, number -> number);
        assertThat(recent.find("a")).isEmpty();
    }

    @Test
    void long_texts_are_told_apart_by_all_of_them() {
        String same = "a".repeat(60_000);
        recent.put(same + "1", 1);
        recent.put(same + "2", 2);
        assertThat(recent.find(same + "1")).contains(1);
        assertThat(recent.find(same + "2")).contains(2);
        assertThat(ShortKey.of(same)).hasSizeLessThan(400);
    }

    @Test
    void what_is_forgotten_is_gone() {
        recent.put("a", 1);
        recent.forget("a");
        assertThat(recent.find("a")).isEmpty();
    }
}
