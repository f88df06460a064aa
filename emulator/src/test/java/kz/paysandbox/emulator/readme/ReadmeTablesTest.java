package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import kz.paysandbox.emulator.kaspi.domain.KaspiCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTablesTest {

    /** With {@code -Dreadme.write=true} the README is brought up to date instead. */
    @ParameterizedTest
    @ValueSource(strings = {"endpoints", "codes", "assumptions", "limits"})
    void a_table_of_the_readme_is_what_the_code_says(String name) throws IOException {
        ReadmeFile readme = ReadmeFile.read();
        String table = ReadmeTables.named(name);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(readme.path(), readme.withTable(name, table).text());
        } else {
            assertThat(readme.table(name)).isEqualTo(table);
        }
    }

    @Test
    void every_status_code_says_how_it_is_reached() {
        assertThat(ReadmeTables.named("codes").lines()).hasSize(KaspiCode.values().length + 2);
        assertThat(ReadmeTables.named("codes")).doesNotContain("null");
    }
}
