package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Russian documents say what the English ones say. */
class TranslationsTest {

    private static final Pattern TABLE = Pattern.compile("<!-- (.+): begin -->");

    /** With {@code -Dreadme.write=true} generated tables are copied from the English document first. */
    @ParameterizedTest
    @ValueSource(strings = {"README", "emulator/QA", "emulator/EPAY", "adapters/README", "features/README"})
    void a_translation_is_in_step(String name) throws IOException {
        if (Boolean.getBoolean("readme.write")) {
            copyTables(name);
        }
        Translation pair =
                new Translation(MarkdownPage.read(path(name + ".md")), MarkdownPage.read(path(name + ".ru.md")));
        assertThat(pair.differences()).isEmpty();
    }

    /** Each row changes the Russian document in one place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "(?m)^## ¦ '### ' ¦ a heading: here the English document has another part",
                "openssl base64 -A ¦ openssl base64 ¦ a code block: it is not byte for byte the English one",
                "(?m)^\\| `halyk\\.p2p.*\\n ¦ '' ¦ a paragraph: here the English document has another part",
                "`epay\\.cors` ¦ `epay.core` ¦ in backticks are missing [epay.cors] and added [epay.core]",
                "HTTP 501 ¦ HTTP 502 ¦ numbers are missing [501] and added [502]",
                "QA\\.ru\\.md#[^)]+ ¦ QA.md#5-read-what-happened ¦ a paragraph: it leads to [QA.md#5",
                "QA\\.ru\\.md#[^)]+ ¦ QA.ru.md ¦ a paragraph: it leads to [QA.ru.md]",
                "4405640000004842 ¦ 4405640000004843 ¦ a generated table: it is not byte for byte the English one",
                "\\[English\\]\\(EPAY\\.md\\) ¦ English ¦ has no link to EPAY.md"
            })
    void a_difference_is_named(String place, String change, String message) throws IOException {
        MarkdownPage english = MarkdownPage.read(path("emulator/EPAY.md"));
        Path path = path("emulator/EPAY.ru.md");
        String russian = Files.readString(path).replaceFirst(place, change);
        List<String> differences = new Translation(english, MarkdownPage.of(path, russian)).differences();
        assertThat(differences).hasSize(1);
        assertThat(differences.get(0)).contains(message);
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
