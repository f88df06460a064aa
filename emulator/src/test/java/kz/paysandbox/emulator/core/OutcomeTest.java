package kz.paysandbox.emulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {

    private final Outcome<Integer, String> two = Outcome.ok(2);
    private final Outcome<Integer, String> no = Outcome.refused("no");

    @Test
    void folding_applies_the_function_of_the_case() {
        assertThat(two.<String>fold(n -> "ok " + n, reason -> "refused " + reason))
                .isEqualTo("ok 2");
        assertThat(no.<String>fold(n -> "ok " + n, reason -> "refused " + reason))
                .isEqualTo("refused no");
    }

    @Test
    void mapping_changes_what_was_achieved_and_keeps_a_reason() {
        assertThat(two.map(n -> n + 1)).isEqualTo(Outcome.ok(3));
        assertThat(no.map(n -> n + 1)).isEqualTo(Outcome.refused("no"));
    }

    @Test
    void the_next_step_is_taken_only_after_a_success() {
        assertThat(two.flatMap(n -> Outcome.<Integer, String>ok(n * 2))).isEqualTo(Outcome.ok(4));
        assertThat(two.flatMap(n -> Outcome.<Integer, String>refused("later"))).isEqualTo(Outcome.refused("later"));
        assertThat(no.flatMap(n -> Outcome.<Integer, String>refused("later"))).isEqualTo(Outcome.refused("no"));
    }

    @Test
    void exactly_one_of_achievement_and_refusal_is_there() {
        assertThat(two.value()).contains(2);
        assertThat(two.refusal()).isEmpty();
        assertThat(no.value()).isEmpty();
        assertThat(no.refusal()).contains("no");
    }
}
