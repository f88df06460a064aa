package kz.paysandbox.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.paysandbox.emulator.language.SourceTexts.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a call that is refused can be said in Russian. */
class ProblemTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/kz/paysandbox/emulator");

    /** Where such texts go to. */
    private static final SourceTexts TEXTS = new SourceTexts(Set.of(
            "Complaint",
            "Conflict",
            "also",
            "at",
            "invalid",
            "pattern",
            "problem",
            "refused",
            "Scalar",
            "state",
            "unknown"));

    @ParameterizedTest
    @ValueSource(strings = {"control", "core/desk", "input", "scenario"})
    void every_refusal_has_a_translation(String room) throws IOException {
        List<Found> texts = TEXTS.in(SOURCES.resolve(room)).stream()
                .filter(text -> !text.text().matches("[a-z-]+|scenario.null|\\S+[|(]\\S+"))
                .filter(text ->
                        !text.text().matches("[a-z ]+ in [a-z]+:|query parameter|scenario of .*|unknown null null.*"))
                .toList();
        assertThat(texts).isNotEmpty().allSatisfy(ProblemTextsTest::assertTranslated);
    }

    @Test
    void the_desks_of_the_banks_are_understood_too() throws IOException {
        List<Found> texts = Stream.concat(
                        TEXTS.in(SOURCES.resolve("kaspi")).stream(), TEXTS.in(SOURCES.resolve("epay")).stream())
                .filter(found -> found.file().matches(".*(Desk|Rows|Switches|OrganizationReader)\\.java"))
                .filter(found -> found.text().contains(" ") && !found.text().startsWith("null: "))
                .toList();
        assertThat(texts).hasSizeGreaterThan(10).allSatisfy(ProblemTextsTest::assertTranslated);
    }

    /** Words about a setting follow its name. */
    private static void assertTranslated(Found found) {
        String text = found.text().replaceFirst("^(must be|holds) ", "null $0");
        assertThat(Language.RU.translation(text).orElse(""))
                .as(found + " in language/ru/problems.po")
                .containsPattern("[А-я]")
                .doesNotContainPattern("([a-z]{2,} ){4}");
    }

    /** What a name can be unknown as. */
    @Test
    void every_kind_of_unknown_name_has_a_translation() throws IOException {
        List<Found> kinds = new SourceTexts(Set.of("unknown", "unknownName"))
                .in(SOURCES).stream()
                        .filter(found -> found.text().matches("[a-z' ]+( in [a-z]+:)?"))
                        .filter(found -> !found.text().matches("no .*|none.*"))
                        .toList();
        assertThat(kinds)
                .hasSizeGreaterThan(12)
                .allSatisfy(kind -> assertThat(Language.RU.translation("unknown " + kind.text() + " x"))
                        .as(kind + " in language/ru/problems.po")
                        .isPresent());
    }

    /** As they are composed of parts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "unknown world nosuch; known: main, other; make one with POST /__sandbox/worlds"
                        + " ¦ неизвестный мир nosuch; известны: main, other; новый мир создаёт POST /__sandbox/worlds",
                "unknown endpoint r1 qr creat, did you mean r1 qr create?"
                        + " ¦ неизвестный метод r1 qr creat; возможно, имелось в виду r1 qr create",
                "lost.yaml, line 7, column 5: unknown key `confrm`, did you mean `confirm`?"
                        + " ¦ lost.yaml, строка 7, столбец 5: неизвестный ключ `confrm`; возможно, имелось в виду `confirm`",
                "then.delay must be a duration such as PT30S or 30s, from PT0S to PT1H"
                        + " ¦ then.delay: требуется длительность, например PT30S или 30s, от PT0S до PT1H",
                "when: unknown key foo; known here: endpoint, bin"
                        + " ¦ when: неизвестный ключ foo; здесь известны: endpoint, bin",
                "level in the flags must be one of lenient, strict, but is 'x'"
                        + " ¦ level (параметры команды): требуется одно из: lenient, strict, а задано «x»",
                "unknown setting levl in the environment; did you mean level?"
                        + " ¦ неизвестная настройка levl (переменные окружения); возможно, имелось в виду level",
                "it looks like a form; the body is no JSON at line 1, column 4: a word without quotes"
                        + " ¦ похоже на форму; тело — не JSON, строка 1, столбец 4: слово без кавычек",
                "3 requests match, wanted are at least 4; the journal is off (limits.journal=0), so nobody knows what"
                        + " was asked ¦ подошло запросов: 3, ожидалось: не меньше 4; журнал выключен (limits.journal=0),"
                        + " поэтому неизвестно, что запрашивалось",
            })
    void a_sentence_is_translated_whole(String english, String russian) {
        assertThat(Language.RU.text(english)).isEqualTo(russian);
    }
}
