package kz.paysandbox.emulator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComplaintTest {

    @Test
    void an_unknown_name_has_its_suggestion_and_the_known_ones() {
        Complaint complaint = Complaint.unknown("key", "nmae", List.of("name", "seed"));

        assertThat(complaint.detail()).isEqualTo("unknown key nmae, did you mean name?; known: name, seed");
        assertThat(complaint.suggestion()).contains("name");
        assertThat(complaint.also("or none").detail()).endsWith("known: name, seed; or none");
    }

    @Test
    void many_names_are_not_listed_and_a_long_one_is_cut() {
        List<String> many = IntStream.range(0, 21).mapToObj(n -> "name-" + n).toList();

        assertThat(Complaint.unknown("rule", "x".repeat(300), many).detail())
                .isEqualTo("unknown rule " + "x".repeat(64) + "…");
        assertThat(Complaint.unknown("rule", "x", List.of()).suggestion()).isEmpty();
    }

    @Test
    void several_are_one_sentence_with_the_first_suggestion() {
        Complaint all = Complaint.all(List.of(
                Complaint.of("a is wrong"),
                Complaint.of("a is wrong"),
                Complaint.unknown("key", "sed", List.of("seed"))));

        assertThat(all.detail()).isEqualTo("a is wrong; unknown key sed, did you mean seed?; known: seed");
        assertThat(all.suggestion()).contains("seed");
    }
}
