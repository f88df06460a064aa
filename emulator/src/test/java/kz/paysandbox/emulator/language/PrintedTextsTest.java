package kz.paysandbox.emulator.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.emulator.language.SourceTexts.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands print can be printed in Russian, and the files of translations are sound. */
class PrintedTextsTest {

    private static final Path SOURCES = Path.of("src/main/java/kz/paysandbox/emulator");
    private static final Pattern PLACE = Pattern.compile("\\{[A-Za-z]\\w*}");

    @Test
    void every_printed_text_and_error_has_a_translation() throws IOException {
        SourceTexts texts = new SourceTexts(Set.of(
                "text",
                "said",
                "say",
                "complain",
                "fine",
                "warning",
                "broken",
                "SettingsException",
                "SandboxRefusal",
                "ParameterException",
                "TypeConversionException",
                "UncheckedIOException"));
        List<Found> found = Stream.concat(
                        texts.in(SOURCES.resolve("cli")).stream(), texts.in(SOURCES.resolve("client")).stream())
                .filter(text -> !text.file().endsWith("ShellSyntax.java"))
                .filter(text -> text.text().matches("(?s).*[a-z]{2} .*"))
                .filter(text -> !text.text().matches("null: null.*|nullsay after .*|--scenario: null|--host: null"))
                .toList();
        assertThat(found)
                .hasSizeGreaterThan(50)
                .allSatisfy(text -> assertThat(Language.RU.translation(text.text()))
                        .as(text + " in language/ru/printed.po")
                        .isPresent());
    }

    /** The certificate authority's commands know nothing of languages: what they print is translated on its way out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "println",
                "refused",
                "missing",
                "unusable",
                "PkiException",
                "BadMaterialException",
                "TypeConversionException",
                "ParameterException",
                "CsrFinding",
                "demand",
                "prefer",
                "report",
                "unreadable"
            })
    void the_certificate_authority_s_texts_have_one_too(String receiver) throws IOException {
        List<Found> found = new SourceTexts(Set.of(receiver))
                .in(Path.of("../certs-gen/src/main/java")).stream()
                        .filter(text -> text.text().matches("(?s).*[a-z]{2} .*"))
                        .filter(text ->
                                !text.text().matches("null is missing: null|null: null; null|null revoked: null"))
                        .toList();
        assertThat(found)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(Language.RU.translation(text.text()))
                        .as(text + " in language/ru/certs.po")
                        .isPresent());
    }

    /** What is not data is printed in the command's language: no text of ours goes to a stream as it is. */
    @Test
    void no_text_is_printed_in_english_alone() throws IOException {
        assertThat(new SourceTexts(Set.of("println", "print"))
                        .in(SOURCES.resolve("cli")).stream()
                                .filter(found -> found.text().matches(".*[a-z]{2,} [a-z]{2,}.*"))
                                .toList())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_translation_has_the_places_of_its_text(String name) {
        List<PoFile.Entry> entries = PoFile.read("ru/" + name + ".po");
        assertThat(entries).hasSizeGreaterThan(20).allSatisfy(entry -> {
            assertThat(entry.translated()).isNotBlank();
            // "{name} is missing: {about}" says less, for what is missing is described in English.
            assertThat(places(entry.english())).containsAll(places(entry.translated()));
        });
    }

    @Test
    void no_text_is_translated_twice() {
        Map<String, String> first = new TreeMap<>();
        for (String name : files()) {
            for (PoFile.Entry entry : PoFile.read("ru/" + name + ".po")) {
                assertThat(first.put(entry.english(), name)).as(entry.english()).isNull();
            }
        }
    }

    static List<String> files() {
        return Language.FILES;
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(
                PLACE.matcher(text).results().map(MatchResult::group).toList());
    }
}
