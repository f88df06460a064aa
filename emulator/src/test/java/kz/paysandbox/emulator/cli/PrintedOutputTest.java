package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.scenario.OwnBanks;
import kz.paysandbox.emulator.scenario.ScenarioText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command prints reaches whoever started its process, to the last character. */
class PrintedOutputTest {

    @TempDir
    private Path folder;

    @Test
    void a_scenario_is_printed_whole_even_where_the_locale_has_no_russian_letters()
            throws IOException, InterruptedException {
        ScenarioText scenario = OwnBanks.CATALOGUE.all().get(0);
        Terminal.Result shown = CommandProcess.run(
                folder, List.of("scenario", "show", scenario.scenario().name()));
        assertThat(shown.code()).as(shown.err()).isZero();
        assertThat(shown.out()).isEqualTo(scenario.text());
    }

    @Test
    void output_that_cannot_be_written_is_no_success() throws IOException, InterruptedException {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "needs /dev/full");
        Process process = CommandProcess.builder(folder, List.of("scenario", "list"), Map.of())
                .redirectOutput(full)
                .start();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("sandbox: the output could not be written: No space left on device");
        assertThat(process.waitFor()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void a_start_that_fails_at_its_last_step_is_no_success_and_no_bug() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("file"), "").resolve("lease.json");
        Terminal.Result started = CommandProcess.run(
                folder, List.of("up", "--ephemeral", "--home", "home", "--quiet", "--while-used", file.toString()));
        assertThat(started.code()).isEqualTo(ExitCode.FAILED);
        assertThat(started.err()).contains("cannot write " + file).doesNotContain("bug", "\tat ");
    }

    @Test
    void letters_are_those_of_the_terminal_unless_it_has_ascii_alone() {
        assertThat(StandardStream.charset(Optional.of("ANSI_X3.4-1968"))).isEqualTo(StandardCharsets.UTF_8);
        assertThat(StandardStream.charset(Optional.of("ISO-8859-1"))).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(StandardStream.charset(Optional.of("no-such-charset"))).isNotNull();
    }
}
