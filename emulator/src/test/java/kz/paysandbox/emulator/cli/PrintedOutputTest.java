package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.scenario.OwnBanks;
import kz.paysandbox.emulator.scenario.ScenarioText;
import org.junit.jupiter.api.Test;

/** What a command prints reaches whoever started its process, to the last character. */
class PrintedOutputTest {

    @Test
    void a_scenario_is_printed_whole() throws IOException, InterruptedException {
        ScenarioText scenario = OwnBanks.CATALOGUE.all().get(0);
        assertThat(output("scenario", "show", scenario.scenario().name())).isEqualTo(scenario.text());
    }

    @Test
    void the_catalogue_is_printed_whole() throws IOException, InterruptedException {
        assertThat(output("scenario", "list"))
                .contains(OwnBanks.CATALOGUE.all().stream()
                        .map(text -> text.scenario().name())
                        .toList());
    }

    private static String output(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dsun.stdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return printed;
    }
}
