package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Russian documents say what the English ones say. */
class TranslationsTest {

    private static final Pattern TABLE = Pattern.compile("<!-- (.+): begin -->");

    private static final String ENGLISH = """
            English · [Русский](EPAY.ru.md)

            # Shops
            It answers `200` to 5 shops, see [QA](QA.md).

            | x | y |
            ```sh
            ls -l
            ```
            <!-- t: begin -->
            | 1 |
            <!-- t: end -->

            The end.
            """;

    private static final String RUSSIAN = """
            [English](EPAY.md) · Русский

            # Магазины
            Она отвечает `200` 5 магазинам, см. [QA](QA.ru.md).

            | x | y |
            ```sh
            ls -l
            ```
            <!-- t: begin -->
            | 1 |
            <!-- t: end -->

            Конец.
            """;

    /** With {@code -Dreadme.write=true} generated tables are copied from the English document first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "README",
                "emulator/QA",
                "emulator/EPAY",
                "adapters/README",
                "adapters/gateway/README",
                "features/README"
            })
    void a_translation_is_in_step(String name) throws IOException {
        if (Boolean.getBoolean("readme.write")) {
            copyTables(name);
        }
        Translation pair =
                new Translation(MarkdownPage.read(path(name + ".md")), MarkdownPage.read(path(name + ".ru.md")));
        assertThat(pair.differences()).isEmpty();
    }

    /** Each row changes a translation in one place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "[English](EPAY.md) ¦ English ¦ has no link to EPAY.md",
                "# Магазины ¦ ## Магазины ¦ a heading: here the English document has another part",
                "| x | y | ¦ | x | ¦ a table row: here the English document has another part",
                "`200` ¦ `201` ¦ a paragraph: in backticks are missing [200] and added [201]",
                "5 магазинам ¦ магазинам ¦ a paragraph: numbers are missing [5] and added []",
                "QA.ru.md ¦ QA.md ¦ a paragraph: it leads to [QA.md], the English one to [QA.md]",
                "ls -l ¦ ls -a ¦ a code block: its line 1 is not the English one: ls -a for ls -l",
                "| 1 | ¦ | 2 | ¦ a generated table: its line 1 is not the English one: | 2 | for | 1 |",
                "Конец. ¦ '' ¦ EPAY.ru.md has 6 parts, EPAY.md has 7"
            })
    void a_difference_is_named(String place, String change, String message) throws IOException {
        MarkdownPage english = MarkdownPage.of(path("emulator/EPAY.md"), ENGLISH);
        assertThat(differences(english, RUSSIAN)).isEmpty();
        List<String> differences = differences(english, RUSSIAN.replace(place, change));
        assertThat(differences).hasSize(1);
        assertThat(differences.get(0)).contains(message);
    }

    /** A table that is generated in Russian has rows of its own, as many as the English one. */
    @Test
    void a_table_may_be_generated_in_russian() throws IOException {
        MarkdownPage english = MarkdownPage.of(path("emulator/EPAY.md"), ENGLISH);
        String own = RUSSIAN.replace("<!-- t: ", "<!-- t.ru: ").replace("| 1 |", "| один |");
        assertThat(differences(english, own)).isEmpty();
        assertThat(differences(english, own.replace("| один |", "| один |\n| два |")))
                .hasSize(1)
                .first()
                .asString()
                .contains("a generated table: it has not as many lines as the English one");
    }

    private static List<String> differences(MarkdownPage english, String russian) throws IOException {
        return new Translation(english, MarkdownPage.of(path("emulator/EPAY.ru.md"), russian)).differences();
    }

    private static void copyTables(String name) throws IOException {
        ReadmeFile english = ReadmeFile.read(name + ".md");
        ReadmeFile russian = ReadmeFile.read(name + ".ru.md");
        for (MatchResult table : TABLE.matcher(english.text()).results().toList()) {
            russian = russian.withTable(table.group(1), english.table(table.group(1)));
        }
        Files.writeString(russian.path(), russian.text());
    }

    private static Path path(String name) {
        return ReadmeFile.top().resolve(name);
    }
}
