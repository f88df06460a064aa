package kz.paysandbox.junit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void values_are_read_by_name_and_place() {
        Json json = Json.parse(" {\"a\": [1, 2.50, -3e2, true, false, null, \"x\"], \"b\": {\"c\": {}}, \"d\": []} ");
        assertThat(json.at("a").items()).hasSize(7);
        assertThat(json.at("a").items().stream().map(Json::text))
                .containsExactly("1", "2.50", "-300", "true", "false", "", "x");
        assertThat(json.at("a").items().get(0).number(7)).isEqualTo(1);
        assertThat(json.at("a").items().get(3).isTrue()).isTrue();
        assertThat(json.at("a").items().get(4).isTrue()).isFalse();
        assertThat(json.at("b").at("c").members()).isEmpty();
        assertThat(json.at("b").text()).isEmpty();
        assertThat(json.members()).containsOnlyKeys("a", "b", "d");
    }

    @Test
    void what_is_not_there_reads_as_empty() {
        Json none = Json.parse("{}").at("a").at("b");
        assertThat(none.items()).isEmpty();
        assertThat(none.text()).isEmpty();
        assertThat(none.number(9)).isEqualTo(9);
        assertThat(none.isTrue()).isFalse();
    }

    @Test
    void a_number_beyond_a_long_is_no_whole_number() {
        assertThatThrownBy(() -> Json.parse("1e30").number(0)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void escapes_are_read_and_written() {
        String text = "quote \" back \\ tab \t line \n bell \u0007 ё 𝄞";
        assertThat(Json.parse(JsonText.of(text)).text()).isEqualTo(text);
        assertThat(Json.parse("\"\\u0451\\/\\b\\f\\n\\r\\t\\\"\\\\\"").text()).isEqualTo("ё/\b\f\n\r\t\"\\");
    }

    @Test
    void maps_lists_numbers_booleans_and_texts_are_written() {
        assertThat(JsonText.of(Map.of("a", List.of(1, true, "x", Map.of())))).isEqualTo("{\"a\":[1,true,\"x\",{}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "\"",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "[1,]",
                "[1 2]",
                "{} {}",
                "tru",
                "nul",
                "01",
                "1.",
                ".5",
                "+1",
                "1e",
                "NaN",
                "--1",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u1",
                "\"a\nb\"",
                "1e99999"
            })
    void what_is_no_json_is_refused_with_its_place(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at character");
    }

    @Test
    void depth_is_bounded() {
        assertThat(Json.parse("[".repeat(200) + "]".repeat(200)).items()).hasSize(1);
        assertThatThrownBy(() -> Json.parse("[".repeat(201) + "]".repeat(201))).hasMessageContaining("200 deep");
    }
}
