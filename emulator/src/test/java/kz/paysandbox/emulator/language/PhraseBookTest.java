package kz.paysandbox.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseBookTest {

    private static final PhraseBook BOOK = PhraseBook.of(PoFile.parse("test", """
            # Comment
            msgid "none"
            msgstr "пусто"

            msgid "no payment {id}"
            msgstr "платежа {id} нет"

            msgid "no payment {id} in world {world}"
            msgstr "в мире {world} нет платежа {id}"

            msgid "{file}: {Reason}"
            msgstr "{file}: {Reason}"

            msgid "{Sentence}, or {name}?"
            msgstr "{Sentence}; или {name}?"

            msgid "unknown {What} {name}"
            msgstr "неизвестно: {What} {name}"

            msgid "known: {names}"
            msgstr "есть: {names}"

            msgid "world"
            msgstr "мир"

            msgid "a \\"b\\"\\\\\\nc"
            msgstr "д"
            """));

    /** Without an end of the search, each part would double the time. */
    @Test
    @Timeout(20)
    void what_a_caller_has_written_makes_no_endless_search() {
        assertThat(Language.RU.translation("handshake failed: TLS handshake failed: " + ": a; ".repeat(90)))
                .isEmpty();
        assertThat(BOOK.find("none; ".repeat(20) + "none")).contains("пусто; ".repeat(20) + "пусто");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "none ¦ пусто",
                "no payment 7 ¦ платежа 7 нет",
                "no payment $1 in world x ¦ в мире x нет платежа $1",
                "no payment none ¦ платежа none нет",
                "a.yaml: no payment 7 ¦ a.yaml: платежа 7 нет",
                "unknown world x; known: a, b ¦ неизвестно: мир x; есть: a, b",
                "no payment 7, or 8? ¦ платежа 7 нет; или 8?",
                "no payment 7; none; no payment 8 ¦ платежа 7 нет; пусто; платежа 8 нет",
                "unknown world x; no payment 7 ¦ неизвестно: мир x; платежа 7 нет",
            })
    void a_text_is_translated(String english, String russian) {
        assertThat(BOOK.find(english)).contains(russian);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {"nothing", "no pay", "else; none", "none; else", "a.yaml: else", "else, or x?", "and no payment 7"
            })
    void an_unknown_text_is_not(String english) {
        assertThat(BOOK.find(english)).isEmpty();
    }

    @Test
    void a_text_beyond_all_sense_is_not_read() {
        assertThat(BOOK.find("no payment " + "7".repeat(4_000))).isEmpty();
    }

    @Test
    void quotes_are_read_as_gettext_writes_them() {
        assertThat(BOOK.find("a \"b\"\\\nc")).contains("д");
    }

    @Test
    void a_line_out_of_place_is_named() {
        assertThatThrownBy(() -> PoFile.parse("ru.po", "msgid \"a\"\nmsgid \"b\"\n"))
                .hasMessageContaining("ru.po, line 2 is out of place");
    }
}
