package kz.paysandbox.emulator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({"levle, level", "level, level", "lvel, level", "levell, level", "lexel, level", "ephemerall, ephemeral"
    })
    void a_mistyped_name_suggests_the_one_that_was_meant(String typed, String meant) {
        assertThat(Suggestion.of(typed, List.of("ephemeral", "level", "seed"))).contains(meant);
    }

    @Test
    void a_name_that_is_far_from_all_suggests_nothing() {
        assertThat(Suggestion.of("certificate", List.of("level", "seed"))).isEmpty();
        assertThat(Suggestion.of("level", List.of())).isEmpty();
    }

    @Test
    void short_names_may_differ_in_two_places_and_long_ones_in_a_third() {
        assertThat(Suggestion.of("ab", List.of("cd"))).contains("cd");
        assertThat(Suggestion.of("abc", List.of("def"))).isEmpty();
        assertThat(Suggestion.of("abcdefghi", List.of("abcdefxyz"))).contains("abcdefxyz");
        assertThat(Suggestion.of("abcdefghi", List.of("abcdewxyz"))).isEmpty();
    }

    @Test
    void what_a_name_has_before_and_after_the_typed_one_counts_too() {
        assertThat(Suggestion.of("seed", List.of("xxxxseed", "seedxxxx"))).isEmpty();
    }

    @Test
    void of_equally_near_names_the_first_in_the_alphabet_is_suggested() {
        assertThat(Suggestion.of("sed", List.of("seed", "bed", "see"))).contains("bed");
    }

    @Test
    void the_nearest_of_several_near_names_is_suggested() {
        assertThat(Suggestion.of("port.kaspi-r2", List.of("port.kaspi-r1", "port.kaspi-r2x", "port.epay")))
                .contains("port.kaspi-r1");
        assertThat(Suggestion.of("kaspi.r3.alow", List.of("kaspi.r3.glow.x", "kaspi.r3.allow")))
                .contains("kaspi.r3.allow");
    }
}
