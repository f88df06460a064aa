package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.core.memory.WorldMemory;
import org.junit.jupiter.api.Test;

class CallRateTest {

    private final CallRate rate = new CallRate(2, WorldMemory.unbounded());

    @Test
    void so_many_calls_a_minute_are_allowed_and_one_more_is_not() {
        assertThat(rate.allows("a", NOON)).isTrue();
        assertThat(rate.allows("a", NOON)).isTrue();
        assertThat(rate.allows("a", NOON.plusSeconds(59))).isFalse();
    }

    @Test
    void a_call_counts_for_a_minute_and_no_longer() {
        rate.allows("a", NOON);
        rate.allows("a", NOON.plusSeconds(30));
        assertThat(rate.allows("a", NOON.plusSeconds(60).minusMillis(1))).isFalse();
        assertThat(rate.allows("a", NOON.plusSeconds(60))).isTrue();
        assertThat(rate.allows("a", NOON.plusSeconds(61))).isFalse();
    }

    @Test
    void a_refused_call_is_not_counted() {
        rate.allows("a", NOON);
        rate.allows("a", NOON);
        rate.allows("a", NOON.plusSeconds(30));
        assertThat(rate.allows("a", NOON.plusSeconds(60))).isTrue();
        assertThat(rate.allows("a", NOON.plusSeconds(60))).isTrue();
    }

    @Test
    void each_key_counts_for_itself() {
        rate.allows("a", NOON);
        rate.allows("a", NOON);
        assertThat(rate.allows("b", NOON)).isTrue();
    }

    @Test
    void calls_of_a_future_that_the_clock_has_left_block_nobody() {
        rate.allows("a", NOON);
        rate.allows("a", NOON);
        assertThat(rate.allows("a", NOON.minusSeconds(60))).isTrue();
        assertThat(rate.allows("a", NOON.minusSeconds(60))).isTrue();
        assertThat(rate.allows("a", NOON.minusSeconds(60))).isFalse();
    }

    @Test
    void the_key_that_was_silent_longest_is_forgotten_first() {
        for (int key = 0; key < 10_000; key++) {
            rate.allows("key " + key, NOON);
            rate.allows("key " + key, NOON);
        }
        assertThat(rate.allows("key 0", NOON)).isFalse();
        rate.allows("one more", NOON);
        assertThat(rate.allows("key 0", NOON)).isFalse();
        assertThat(rate.allows("key 2", NOON)).isFalse();
        assertThat(rate.allows("key 1", NOON)).isTrue();
    }
}
