package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.kaspi.domain.codes.KaspiCode;
import kz.paysandbox.emulator.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadmeTablesTest {

    /** With {@code -Dreadme.write=true} the page is brought up to date instead. */
    @ParameterizedTest
    @CsvSource({
        "KASPI.md, endpoints, endpoints",
        "KASPI.md, codes, codes",
        "KASPI.md, assumptions, assumptions kaspi",
        "EPAY.md, assumptions, assumptions epay",
        "EPAY.ru.md, assumptions.ru, assumptions epay ru",
        "CONTROL.md, limits, limits"
    })
    void a_table_is_what_the_code_says(String page, String name, String source) throws IOException {
        ReadmeFile readme = ReadmeFile.read("emulator/" + page);
        String table = ReadmeTables.named(source);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(readme.path(), readme.withTable(name, table).text());
        } else {
            assertThat(readme.table(name)).isEqualTo(table);
        }
    }

    @Test
    void every_assumption_is_one_of_a_bank() {
        long listed = ReadmeTables.named("assumptions kaspi").lines().count()
                + ReadmeTables.named("assumptions epay").lines().count();
        assertThat(listed).isEqualTo(ReadmeTables.assumptions().count() + 4);
    }

    @Test
    void every_assumption_is_there_in_russian() {
        assertThat(ReadmeTables.assumptions().map(Setting::about))
                .allSatisfy(text -> assertThat(Language.RU.translation(text))
                        .as(text + " in language/ru/switches.po")
                        .isPresent());
    }

    @Test
    void the_readme_is_short_enough_to_be_read() throws IOException {
        assertThat(ReadmeFile.read().text().lines()).hasSizeLessThanOrEqualTo(250);
    }

    @Test
    void every_status_code_says_how_it_is_reached() {
        assertThat(ReadmeTables.named("codes").lines()).hasSize(KaspiCode.values().length + 2);
        assertThat(ReadmeTables.named("codes")).doesNotContain("null");
    }
}
