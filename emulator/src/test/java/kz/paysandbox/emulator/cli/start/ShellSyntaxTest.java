package kz.paysandbox.emulator.cli.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellSyntaxTest {

    private static final String AWKWARD = "it's $HOME `x` \\ \"50%\" \u2019; a";

    @Test
    void each_shell_has_its_quotes() {
        assertThat(ShellSyntax.SH.line("A", "it's")).isEqualTo("export A='it'\\''s'");
        assertThat(ShellSyntax.POWERSHELL.line("A", "it's \u2019")).isEqualTo("$env:A = 'it''s \u2019\u2019'");
        assertThat(ShellSyntax.FISH.line("A", "it's \\")).isEqualTo("set -gx A 'it\\'s \\\\'");
        assertThat(ShellSyntax.CMD.line("A", "50% & more")).isEqualTo("set \"A=50%% & more\"");
    }

    @ParameterizedTest
    @CsvSource({"sh, SH", "bash, SH", "fish, FISH", "pwsh, POWERSHELL"})
    void a_shell_that_is_here_reads_back_what_was_written(String shell, ShellSyntax syntax)
            throws IOException, InterruptedException {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(":", -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, shell))),
                "needs " + shell);
        Process process = new ProcessBuilder(
                        List.of(shell, "-c", syntax.line("AWKWARD", AWKWARD) + "\nprintenv AWKWARD"))
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(AWKWARD + "\n");
        assertThat(process.waitFor()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"sh, SH", "pwsh, POWERSHELL", "PowerShell, POWERSHELL", "fish, FISH", "cmd, CMD"})
    void a_shell_is_known_by_its_names(String name, ShellSyntax syntax) {
        assertThat(new ShellSyntax.Converter().convert(name)).isEqualTo(syntax);
    }
}
