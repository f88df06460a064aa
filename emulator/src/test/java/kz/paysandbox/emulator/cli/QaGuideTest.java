package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of QA's guide in their order; the application creates a payment where the guide says so. */
class QaGuideTest {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final List<String> FIRST_ACTS = List.of("payments", "pay", "scan");
    private static final List<String> WITHOUT_SANDBOX = List.of("list", "show", "validate", "new");

    @Test
    void every_command_does_what_it_is_there_for(@TempDir Path home)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (Emulator sandbox = Sandboxes.start(home)) {
            Matcher blocks = BLOCK.matcher(Files.readString(Path.of("QA.md")));
            int commands = 0;
            while (blocks.find()) {
                List<String> lines = blocks.group(1)
                        .lines()
                        .filter(line -> line.startsWith("./sandbox "))
                        .toList();
                if (FIRST_ACTS.contains(Terminal.words(lines.get(0)).get(1))) {
                    Sandboxes.createPayment(sandbox);
                }
                for (String line : lines) {
                    commands++;
                    Terminal.Result result = Terminal.run(arguments(line, home));
                    assertThat(result.code())
                            .as(line + "\n" + result.out() + result.err())
                            .isEqualTo(ExitCode.OK);
                }
            }
            assertThat(commands).isGreaterThan(25);
            assertThat(Terminal.run(List.of("payments", "--home", home.toString(), "--json"))
                            .out())
                    .contains("Processed", "Error");
        }
    }

    private static List<String> arguments(String line, Path home) {
        List<String> words = new ArrayList<>(Terminal.words(line));
        words.remove(0);
        boolean offline = words.get(0).equals("scenario") && WITHOUT_SANDBOX.contains(words.get(1));
        if (!offline) {
            words.add("--home");
            words.add(home.toString());
        }
        if (words.contains("new")) {
            words.add("--dir");
            words.add(home.toString());
        }
        words.replaceAll(word -> word.endsWith(".yaml") ? home.resolve(word).toString() : word);
        return words;
    }
}
