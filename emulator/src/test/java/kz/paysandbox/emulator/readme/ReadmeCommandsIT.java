package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pastes the commands of the README and of CONTROL.md into a shell, against a sandbox started by the launcher. */
class ReadmeCommandsIT {

    @TempDir
    private static Path home;

    private static Process sandbox;

    @BeforeAll
    static void start_the_sandbox_as_the_readme_says() throws IOException, InterruptedException {
        assumeTrue(Shell.has("sh") && Shell.has("curl"), "needs sh and curl");
        sandbox = Shell.process(home, "./sandbox up").start();
        Path ports = home.resolve("ports.json");
        while (Files.notExists(ports)) {
            assertThat(sandbox.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("the sandbox ended before it was up")
                    .isFalse();
        }
    }

    @AfterAll
    static void stop_it() throws InterruptedException {
        if (sandbox != null) {
            sandbox.destroy();
            assertThat(sandbox.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(sandbox.exitValue()).as("exit code after SIGTERM").isZero();
        }
    }

    @Test
    void the_blocks_give_three_processed_payments_and_their_refunds() throws IOException, InterruptedException {
        String script = "set -eu\n" + String.join("\n", blocks("README.md")) + "\n"
                + String.join("\n", blocks("emulator/CONTROL.md"));
        Shell.Result result = Shell.run(home, script);
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(occurrences(result.output(), "\"Status\":\"Processed\"")).isEqualTo(3);
        assertThat(occurrences(result.output(), "\"ReturnOperationId\":\\d+")).isEqualTo(2);
        assertThat(result.output()).contains("\"refunded\":100.00", "\"AvailableReturnAmount\":750.00");
        assertThat(result.output()).doesNotContain("\"StatusCode\":-", "urn:kzpay-sandbox:");
    }

    @Test
    void the_lines_that_the_banner_prints_work_when_pasted() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        Matcher curls = Pattern.compile("(?m)^    (curl .*)$").matcher(Files.readString(home.resolve("output.txt")));
        while (curls.find()) {
            lines.add(curls.group(1));
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
        for (String line : lines) {
            Shell.Result result = Shell.run(home, line.replaceFirst("curl", "curl -sSf"));
            assertThat(result.exitCode()).as(line + "\n" + result.output()).isZero();
        }
    }

    @Test
    void the_python_snippet_works() throws IOException, InterruptedException {
        assumeTrue(Shell.has("python3"), "needs python3");
        runs(
                "python3 -",
                ReadmeFile.read("emulator/CLIENTS.md").blocks("python").get(0));
    }

    @Test
    void the_node_snippet_works() throws IOException, InterruptedException {
        assumeTrue(Shell.has("node"), "needs node");
        runs("node -", ReadmeFile.read("emulator/CLIENTS.md").blocks("js").get(0));
    }

    @Test
    void the_doctor_finds_nothing_wrong() throws IOException, InterruptedException {
        Shell.Result result = Shell.run(home, "./sandbox doctor");
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("trust").doesNotContain("FAIL", "warn");
    }

    private static List<String> blocks(String page) throws IOException {
        return ReadmeFile.read(page).blocks("sh");
    }

    /** Prints the StatusCode alone, and breaks no rule of the bank. */
    private static void runs(String interpreter, String snippet) throws IOException, InterruptedException {
        Shell.Result result = Shell.run(
                home,
                "eval \"$(./sandbox env)\"\ncurl -sS -X POST \"$SANDBOX_CONTROL_URL/reset\" -o /dev/null\n"
                        + interpreter + " <<'SNIPPET'\n" + snippet + "SNIPPET\n"
                        + "curl -sS \"$SANDBOX_CONTROL_URL/findings\"\n");
        assertThat(result.output().split("\\s+")).containsExactly("0", "[]");
    }

    private static long occurrences(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
