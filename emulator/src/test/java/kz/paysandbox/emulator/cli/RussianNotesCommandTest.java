package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.Emulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code requests} tells the notes in the command's language. */
class RussianNotesCommandTest {

    @TempDir
    private Path home;

    @Test
    void notes_are_printed_in_russian_where_the_command_speaks_it()
            throws IOException, InterruptedException, GeneralSecurityException {
        try (Emulator sandbox = Sandboxes.start(home)) {
            Sandboxes.callUnknownPath(sandbox);
            assertThat(requests("requests", "1"))
                    .contains("no row takes this call")
                    .doesNotContain("такого метода нет");
            assertThat(requests("requests", "1", "--lang", "ru"))
                    .contains("notes  ", "такого метода нет")
                    .doesNotContain("no row takes", "notes_ru");
            assertThat(requests("requests", "--lang", "ru")).contains("такого метода нет");
            assertThat(requests("requests", "1", "--lang", "ru", "--json")).contains("notes_ru", "no row takes");
        }
    }

    private String requests(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--home", home.toString()));
        Terminal.Result result = Terminal.run(all);
        assertThat(result.err()).isEmpty();
        return result.out();
    }
}
