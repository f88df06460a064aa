package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher in a project of stand-ins: a {@code mvn} that only says that it was called, and a {@code java} too. */
class LauncherTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private static final String COLOURED = "printf '\\033[31ma symbol is missing\\033[0m\\n'";

    @TempDir
    private Path project;

    @BeforeEach
    void a_project_that_was_built() throws IOException, InterruptedException {
        assumeTrue(Shell.has("sh"), "needs sh");
        Path launcher = project.resolve("sandbox");
        Files.copy(ReadmeFile.top().resolve("sandbox"), launcher);
        String jvm = "emulator/dist/src/bin/jvm.sh";
        Files.createDirectories(project.resolve(jvm).getParent());
        Files.copy(ReadmeFile.top().resolve(jvm), project.resolve(jvm));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        for (String file : List.of("pom.xml", "emulator/pom.xml", "certs-gen/pom.xml")) {
            write(file, "");
        }
        write("emulator/src/main/Source.java", "");
        write("emulator/target/sandbox.jar", "");
        tool("mvn", "echo built >> '" + project + "/calls'");
        tool("java", "echo ran");
    }

    @Test
    void what_is_up_to_date_is_not_built() throws IOException, InterruptedException {
        isNew();
        run();
        assertThat(project.resolve("calls")).doesNotExist();
    }

    @Test
    void a_file_that_is_newer_is_built_once_and_not_for_every_command() throws IOException, InterruptedException {
        isOld();
        run();
        run();
        assertThat(Files.readAllLines(project.resolve("calls"))).containsExactly("built");
    }

    @Test
    void what_maven_colours_is_not_shown() throws IOException, InterruptedException {
        isOld();
        tool("mvn", COLOURED);
        assertThat(run()).isEqualTo("Building the sandbox (once, and after changes) ...\nran\n");
    }

    @Test
    void why_a_build_failed_is_shown_without_its_colours() throws IOException, InterruptedException {
        isOld();
        tool("mvn", COLOURED + "; exit 1");
        assertThat(ended(1, "up")).isEqualTo("""
                        Building the sandbox (once, and after changes) ...
                        a symbol is missing
                        sandbox: the build failed; the lines above say why
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "verify --help, features/target/verify.jar",
        "--lang ru verify, features/target/verify.jar",
        "--lang=ru verify, features/target/verify.jar",
        "--lang en gateway, adapters/gateway/target/gateway.jar",
        "--lang ru, emulator/target/sandbox.jar",
        "findings --lang ru, emulator/target/sandbox.jar"
    })
    void the_language_may_stand_before_the_command(String line, String jar) throws IOException, InterruptedException {
        isNew();
        tool("java", "echo \"$@\"");
        assertThat(ended(0, line.split(" "))).endsWith("-jar " + project.toRealPath() + "/" + jar + " " + line + "\n");
    }

    private void isNew() throws IOException {
        Files.setLastModifiedTime(
                project.resolve("emulator/target/sandbox.jar"), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
    }

    private void isOld() throws IOException {
        Files.setLastModifiedTime(project.resolve("emulator/target/sandbox.jar"), FileTime.from(LONG_AGO));
    }

    private String run() throws IOException, InterruptedException {
        String output = ended(0, "up");
        assertThat(output).endsWith("ran\n");
        return output;
    }

    private String ended(int code, String... words) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of(project.resolve("sandbox").toString()), Stream.of(words))
                .toList();
        ProcessBuilder launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(project.resolve("output").toFile());
        launcher.environment().put("PATH", project.resolve("bin") + ":" + System.getenv("PATH"));
        launcher.environment().remove("JAVA_HOME");
        Process process = launcher.start();
        process.getOutputStream().close();
        assertThat(process.waitFor()).isEqualTo(code);
        return Files.readString(project.resolve("output"));
    }

    private void tool(String name, String script) throws IOException {
        write("bin/" + name, "#!/bin/sh\n" + script + "\n");
        assertThat(project.resolve("bin/" + name).toFile().setExecutable(true)).isTrue();
    }

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
