package kz.paysandbox.emulator.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private final Pseudonyms names = new Pseudonyms();

    @Test
    void one_value_has_one_name_throughout_and_another_value_another() {
        assertThat(names.of("device", "a")).isEqualTo("device#1");
        assertThat(names.of("device", "b")).isEqualTo("device#2");
        assertThat(names.of("device", "a")).isEqualTo("device#1");
    }

    @Test
    void each_kind_counts_for_itself_though_values_are_equal() {
        assertThat(names.of("device", "1")).isEqualTo("device#1");
        assertThat(names.of("phone", "1")).isEqualTo("phone#1");
    }

    @Test
    void a_name_that_was_given_stands_for_itself() {
        assertThat(names.of("device", "a")).isEqualTo("device#1");
        assertThat(names.of("token", "device#1")).isEqualTo("device#1");
        assertThat(names.of("token", "token#x")).isEqualTo("token#1");
    }

    @Test
    void what_is_remembered_is_bounded_and_the_rest_still_hidden() {
        for (int value = 0; value < 100_000; value++) {
            names.of("phone", String.valueOf(value));
        }
        assertThat(names.of("phone", "one more")).isEqualTo("phone#?");
        assertThat(names.of("phone", "99999")).isEqualTo("phone#100000");
    }
}
