package kz.paysandbox.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlReaderTest {

    @Test
    void yaml_is_read_with_its_places() {
        InputNode.Members document = (InputNode.Members) read("a: 1\nb:\n  - {c: \"x\"}\n");
        assertThat(document.find("a")).contains(new InputNode.Value(new Place.InText(1, 4), "1", false));
        assertThat(document.find("none")).isEmpty();
        InputNode.Sequence list = (InputNode.Sequence) document.find("b").orElseThrow();
        assertThat(list.place()).isEqualTo(new Place.InText(3, 3));
        InputNode.Members inner = (InputNode.Members) list.elements().get(0);
        assertThat(inner.members().get(0).place()).isEqualTo(new Place.InText(3, 6));
        assertThat(inner.find("c")).contains(new InputNode.Value(new Place.InText(3, 9), "x", false));
    }

    @Test
    void json_is_read_as_a_part_of_yaml_and_nothing_is_nothing() {
        assertThat(((InputNode.Members) read("{\"a\": [true]}")).find("a")).isPresent();
        assertThat(YamlReader.read("", 10).value().orElseThrow()).isEmpty();
    }

    @Test
    void what_is_malformed_is_told_with_its_place() {
        assertThat(refusal("a: [1\nb: 2")).startsWith("line 2, column ");
        assertThat(refusal("a: \u0000")).isNotEmpty();
    }

    @Test
    void a_text_that_is_too_long_too_deep_or_without_end_is_refused() {
        assertThat(YamlReader.read("123456", 5).refusal().orElseThrow())
                .hasToString("line 1, column 1: this may have at most 5 characters, and has 6");
        assertThat(YamlReader.read("12345", 5).refusal()).isEmpty();
        assertThat(refusal("a: &all\n  - *all\n")).contains("refers to itself");
        assertThat(refusal("[".repeat(100))).isNotEmpty();
        assertThat(refusal("[" + "1,".repeat(50_001) + "]")).contains("too often");
    }

    private static InputNode read(String text) {
        return YamlReader.read(text, 1_000).value().orElseThrow().orElseThrow();
    }

    private static String refusal(String text) {
        return YamlReader.read(text, 200_000).refusal().orElseThrow().toString();
    }
}
