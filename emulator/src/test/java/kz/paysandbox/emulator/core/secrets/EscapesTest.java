package kz.paysandbox.emulator.core.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscapesTest {

    @ParameterizedTest
    @CsvSource({"a%41b, aAb", "a+b, a b", "%D1%8F, я", "%zz, %zz", "%4, %4", "%, %", "100%, 100%", "%41, A", "я%41, яA"
    })
    void percent_signs_are_read_tolerantly(String text, String read) {
        assertThat(Escapes.percentDecoded(text)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"a b, a%20b", "a&b=c, a%26b%3Dc", "100%, 100%25", "я, я", "a~!b, a~!b", "\u007f, %7F", "<\">, %3C%22%3E"
    })
    void what_separates_pairs_is_encoded(String text, String encoded) {
        assertThat(Escapes.percentEncoded(text)).isEqualTo(encoded);
        assertThat(Escapes.percentDecoded(encoded)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\\u0041b, Ab",
                "\\u041, u041",
                "\\u00zz, u00zz",
                "a\\, a\\",
                "\\\\, \\",
                "\\\"x\\/, \"x/",
                "a\\u0041, aA"
            })
    void escapes_of_json_are_read_tolerantly(String text, String read) {
        assertThat(Escapes.jsonDecoded(text)).isEqualTo(read);
    }

    @Test
    void control_characters_have_their_letters() {
        assertThat(Escapes.jsonDecoded("\\n\\r\\t\\b\\f")).isEqualTo("\n\r\t\b\f");
        assertThat(Escapes.jsonEncoded("a\"\\ \n")).isEqualTo("a\\\"\\\\ \\u000a");
    }

    @ParameterizedTest
    @CsvSource({"a, a", "%41, A", "%2541, A", "%2525252541, %41"})
    void a_name_is_read_through_four_layers(String name, String plain) {
        assertThat(Escapes.plainName(name)).isEqualTo(plain);
    }
}
