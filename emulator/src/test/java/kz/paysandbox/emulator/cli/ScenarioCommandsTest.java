package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario whose faults cannot happen is refused before it plays, and what could not be done is no success. */
class ScenarioCommandsTest {

    private static final String HEAD = """
            name: mine
            bank: kaspi
            title: {en: Mine, ru: Моё}
            correct: Waits.
            """;

    @TempDir
    private Path home;

    @Test
    void an_endpoint_that_no_bank_has_is_told_of_with_its_place() throws IOException {
        Path file = file("""
                faults: [{when: {endpoint: r1 qr craete}, then: {http: 503}}]
                timeline: [{at: PT5S, clearFaults: nosuch}]
                """);
        Terminal.Result result = Terminal.run(List.of("scenario", "validate", file.toString()));

        assertThat(result.code()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err())
                .contains(
                        "mine.yaml, line 5, column 10: endpoint 'r1 qr craete' is no row and matches none; did you mean"
                                + " 'r1 qr create'?",
                        "mine.yaml, line 6, column 36: `nosuch` is no fault of this scenario");
    }

    @Test
    void a_code_that_its_bank_does_not_have_is_told_of() throws IOException {
        Path file = file("faults: [{when: {endpoint: r1 qr create}, then: {reasonCode: 484}}]\n");

        assertThat(Terminal.run(List.of("scenario", "validate", file.toString()))
                        .err())
                .contains("endpoint 'r1 qr create' is of a bank that has no such code");
    }

    @Test
    void play_refuses_it_and_status_tells_what_could_not_be_done() throws IOException {
        Path bad = file("faults: [{when: {endpoint: r1 qr craete}, then: {http: 503}}]\n");
        try (Emulator sandbox = Sandboxes.start(home)) {
            assertThat(sandbox.ports()).containsKey("control");
            assertThat(run("play", bad.toString()).code()).isEqualTo(ExitCode.USAGE);
            assertThat(run("status").code()).isNotEqualTo(ExitCode.OK);

            assertThat(run("play", file("timeline: [{at: PT0S, scan: last}]\n").toString())
                            .code())
                    .isEqualTo(ExitCode.FAILED);
            Terminal.Result status = run("status");
            assertThat(status.code()).isEqualTo(ExitCode.FAILED);
            assertThat(status.out()).contains("there was no payment yet");

            assertThat(run("play", "bank-slow").code()).isEqualTo(ExitCode.OK);
            assertThat(run("status").code()).isEqualTo(ExitCode.OK);
        }
    }

    private Terminal.Result run(String... words) {
        return Terminal.run(Stream.concat(
                        Stream.concat(Stream.of("scenario"), List.of(words).stream()),
                        Stream.of("--home", home.toString()))
                .toList());
    }

    private Path file(String rest) throws IOException {
        return Files.writeString(home.resolve("mine.yaml"), HEAD + rest);
    }
}
