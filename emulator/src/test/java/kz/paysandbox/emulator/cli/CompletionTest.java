package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    @TempDir
    private Path folder;

    @Test
    void bash_completes_commands_scenarios_and_rules() throws IOException, InterruptedException {
        needs("bash");
        Path script = Files.writeString(folder.resolve("sandbox.bash"), script("bash"));
        String tries = """
                compopt() { :; }
                source %s
                try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _complete_sandbox; echo "${COMPREPLY[*]}"; }
                try sandbox ca
                try sandbox scenario show bank-s
                try sandbox findings --rule kaspi.poll.too
                try sandbox requests --fo
                """.formatted(script);
        assertThat(output("bash", "-c", tries).lines())
                .containsExactly("callbacks", "bank-slow", "kaspi.poll.too-fast", "--follow");
    }

    @Test
    void zsh_has_the_same_script() {
        assertThat(script("zsh")).isEqualTo(script("bash")).contains("ZSH_VERSION");
    }

    @Test
    void fish_has_every_command_with_its_options() throws IOException, InterruptedException {
        String script = script("fish");
        assertThat(script)
                .contains(
                        "complete -c sandbox -n '__fish_use_subcommand' -f -a certs -d 'The sandbox\\'s certificate"
                                + " authority'",
                        "-n '__fish_seen_subcommand_from callbacks; and __fish_seen_subcommand_from replay' -l home",
                        "\\'r1 partner tradepoints\\'");
        assertThat(script.lines()).allMatch(line -> line.startsWith("complete -c sandbox -n '"));
        needs("fish");
        Path file = Files.writeString(folder.resolve("sandbox.fish"), script);
        assertThat(output("fish", "--no-execute", file.toString())).isEmpty();
    }

    private static String script(String shell) {
        Terminal.Result result = Terminal.run(List.of("completion", shell));
        assertThat(result.code()).as(result.err()).isZero();
        return result.out();
    }

    private static void needs(String shell) {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, shell))),
                "needs " + shell);
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
