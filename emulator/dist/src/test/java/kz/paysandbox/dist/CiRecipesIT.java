package kz.paysandbox.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The recipes for CI servers, their shell lines run one by one; an application of one call stands in for the job's. */
class CiRecipesIT {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern JENKINS_STEP = Pattern.compile("\\bsh '([^']*)'");
    private static final String ARCHIVE = "tools/sandbox-0.1.0-linux-x64.tar.gz";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path job;

    @BeforeEach
    void checkOut() throws IOException {
        Files.createDirectory(job.resolve("tools"));
        Files.createSymbolicLink(job.resolve(ARCHIVE), Archives.linux());
        Path application = Files.writeString(job.resolve("gradlew"), """
                #!/bin/sh
                curl -sSf --cacert "$KASPI_CA" -H "Api-Key: $KASPI_API_KEY" -H "X-Request-ID: $$-$(date +%s%N)" \\
                  "$KASPI_R1_URL/r1/v01/partner/tradepoints" | grep -q '"StatusCode":0'
                """);
        assertThat(application.toFile().setExecutable(true)).isTrue();
    }

    /** Also after a test that failed half-way. */
    @AfterEach
    void stop() {
        for (String folder : List.of("sandbox", "kzpay-sandbox")) {
            if (Files.exists(job.resolve(folder).resolve("bin/sandbox"))) {
                run(folder + "/bin/sandbox down");
            }
        }
    }

    @Test
    void the_composite_action_starts_the_sandbox_for_the_steps_that_follow() throws IOException {
        Object action = new Yaml().load(Files.readString(Path.of("../../.github/actions/sandbox/action.yml")));
        Path variables = Files.createFile(job.resolve("github-env"));
        Path path = Files.createFile(job.resolve("github-path"));
        Command.Result started = Command.of(
                        job,
                        "bash",
                        "-euo",
                        "pipefail",
                        "-c",
                        at(action, "runs", "steps", 0, "run").toString())
                .with("ARCHIVE", ARCHIVE)
                .with("SANDBOX_HOME", ".sandbox")
                .with("OPTIONS", "--ephemeral --level strict")
                .with("RUNNER_TEMP", job.toString())
                .with("GITHUB_ENV", variables.toString())
                .with("GITHUB_PATH", path.toString())
                .run();
        assertThat(started.code()).as(started.text()).isZero();
        String later = "set -a; . ./github-env; PATH=\"$(cat github-path):$PATH\"; ";
        List<?> steps = (List<?>) at(recipe("actions/checkout"), "steps");
        List<String> lines = steps.stream()
                .flatMap(step -> Optional.ofNullable(((Map<?, ?>) step).get("run")).stream())
                .map(Object::toString)
                .toList();
        assertThat(lines).hasSize(3);
        lines.forEach(line -> assertSucceeds(later + line));
        try (var reports = Files.list(job.resolve("reports"))) {
            assertThat(reports.map(report -> report.getFileName().toString())).hasSize(2);
        }
    }

    @Test
    void the_job_of_gitlab_runs_line_by_line() throws IOException {
        assertSucceeds(inOneShell(at(gitlab(), "test", "script")));
        assertSucceeds(inOneShell(at(gitlab(), "test", "after_script")));
    }

    @Test
    void a_job_whose_tests_fail_asks_for_the_findings_all_the_same_and_fails() throws IOException {
        Files.writeString(job.resolve("gradlew"), "#!/bin/sh\nexit 3\n");
        Command.Result failed = run(inOneShell(at(gitlab(), "test", "script")));
        assertThat(failed.code()).as(failed.text()).isEqualTo(3);
        assertThat(job.resolve("reports")).isNotEmptyDirectory();
        assertSucceeds(inOneShell(at(gitlab(), "test", "after_script")));
    }

    @Test
    void the_steps_of_jenkins_run_each_in_a_shell_of_its_own() throws IOException {
        List<String> steps = JENKINS_STEP
                .matcher(Files.readString(Path.of("CI.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(steps).hasSize(5);
        steps.forEach(this::assertSucceeds);
    }

    private static Object gitlab() throws IOException {
        return recipe("after_script");
    }

    /** The recipe in which these words stand. */
    private static Object recipe(String words) throws IOException {
        String recipe = YAML.matcher(Files.readString(Path.of("CI.md")))
                .results()
                .map(found -> found.group(1))
                .filter(block -> block.contains(words))
                .findFirst()
                .orElseThrow();
        return new Yaml().load(recipe);
    }

    private static String inOneShell(Object lines) {
        return "set -e\n"
                + String.join(
                        "\n", ((List<?>) lines).stream().map(Object::toString).toList());
    }

    private void assertSucceeds(String script) {
        Command.Result result = run(script);
        assertThat(result.code()).as(script + "\n" + result.text()).isZero();
    }

    private Command.Result run(String script) {
        return Command.of(job, "sh", "-c", script)
                .with("SANDBOX_EPHEMERAL", "true")
                .run();
    }

    /** What a document has there: by name in a mapping, by place in a sequence. */
    private static Object at(Object document, Object... way) {
        Object found = document;
        for (Object step : way) {
            found = Objects.requireNonNull(
                    step instanceof Integer place ? ((List<?>) found).get(place) : ((Map<?, ?>) found).get(step));
        }
        return found;
    }
}
