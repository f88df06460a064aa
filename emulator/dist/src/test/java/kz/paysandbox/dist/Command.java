package kz.paysandbox.dist;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the machine, run to its end or in the background. */
final class Command {

    private static final long LONGEST_SECONDS = 600;

    /** What a program ended with, and what it said on both of its outputs. */
    record Result(int code, String text) {}

    private final ProcessBuilder builder;

    private Command(ProcessBuilder builder) {
        this.builder = builder;
    }

    static Command of(Path folder, String... words) {
        return of(folder, List.of(words));
    }

    static Command of(Path folder, List<String> words) {
        return new Command(new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true));
    }

    /** With these variables and no other. */
    Command inEnvironment(Map<String, String> variables) {
        builder.environment().clear();
        builder.environment().putAll(variables);
        return this;
    }

    /** With one variable more. */
    Command with(String variable, String value) {
        builder.environment().put(variable, value);
        return this;
    }

    /** Runs it to its end, ten minutes at most. */
    Result run() {
        try {
            Path said = Files.createTempFile("said", ".txt");
            Process process = builder.redirectOutput(said.toFile()).start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String text = Files.readString(said);
            Files.delete(said);
            return new Result(ended ? process.exitValue() : -1, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts it; what it says goes into a file. */
    Process start(Path said) throws IOException {
        return builder.redirectOutput(said.toFile()).start();
    }

    /** Skips the test, with the reason, where the machine has not all of these programs. */
    static void needs(String... programs) {
        for (String program : programs) {
            assumeTrue(isThere(program), program + " is not installed");
        }
    }

    static boolean isThere(String program) {
        Stream<String> folders =
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.concat(folders, Stream.of("/usr/sbin"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
