package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A sandbox that the launcher has started, as the documents say.
 *
 * @param process the launcher, and the sandbox that takes its place
 * @param home its home folder
 */
record LaunchedSandbox(Process process, Path home) {

    private static final String BEGIN = """
            set -eu
            eval "$(./sandbox env)"
            curl -sS -X POST "$SANDBOX_CONTROL_URL/reset" -o /dev/null
            """;

    static LaunchedSandbox start(Path home) throws IOException, InterruptedException {
        assumeTrue(Shell.has("sh") && Shell.has("curl"), "needs sh and curl");
        Process process = Shell.process(home, "./sandbox up").start();
        Path ports = home.resolve("ports.json");
        while (Files.notExists(ports)) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("the sandbox ended before it was up")
                    .isFalse();
        }
        return new LaunchedSandbox(process, home);
    }

    /** Ends it as Ctrl-C does. */
    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("exit code after SIGTERM").isZero();
    }

    /** Runs a script with the variables of {@code env} in the world main as it begins; it leaves no finding. */
    String clean(String script) throws IOException, InterruptedException {
        Shell.Result result = Shell.run(home, BEGIN + script);
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(Shell.run(home, "eval \"$(./sandbox env)\"\ncurl -sS \"$SANDBOX_CONTROL_URL/findings\"")
                        .output())
                .as("findings after:\n" + script)
                .isEqualTo("[]");
        return result.output();
    }
}
