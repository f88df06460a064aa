package kz.paysandbox.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.core.data.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonMistakeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"A\":1,} | at line 1, column 8: unexpected '}' (code 125): was expecting double-quote",
                "{\"A\" 1} | at line 1, column 6: unexpected '1' (code 49): was expecting a colon",
                "{'A':1} | at line 1, column 2: a single quote, where JSON has \"",
                "{“A”:1} | at line 1, column 2: a typographic quote, where JSON has \"",
                "{\"Комментарий\":1,} | at line 1, column 18: unexpected '}'",
                "{\"A\":secret} | a word without quotes",
                "{\"A\":1 | unexpected end-of-input: expected close marker for Object",
                "[1] | the body is a JSON list, where an object is expected",
                "\"text\" | the body is a JSON string, where an object is expected",
                "{} {} | the JSON object has ended, and more text follows",
                "amount=100&x=y | it looks like a form; the body is no JSON at line 1, column 1"
            })
    void a_mistake_is_named_with_its_place(String body, String words) {
        assertThat(JsonMistake.words(Bytes.utf8(body))).contains(words).doesNotContain("secret");
    }

    @Test
    void lines_are_counted() {
        assertThat(JsonMistake.words(Bytes.utf8("{\n  \"A\": 1,\n  \"B\": }\n")))
                .contains("line 3, column 8");
    }

    @Test
    void nothing_is_named_too() {
        assertThat(JsonMistake.words(Bytes.NONE)).isEqualTo("the body is empty, where a JSON object is expected");
        assertThat(JsonMistake.words(Bytes.utf8(" \n"))).contains("nothing but blanks");
    }

    @Test
    void letters_of_another_encoding_are_named() {
        byte[] body = {'{', '"', 'A', '"', ':', '"', (byte) 0xCF, (byte) 0xF0, '"', '}'};
        assertThat(JsonMistake.words(Bytes.wrap(body))).contains("invalid UTF-8");
    }
}
