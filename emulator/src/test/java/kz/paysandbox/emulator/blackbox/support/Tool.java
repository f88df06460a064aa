package kz.paysandbox.emulator.blackbox.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A foreign program of this machine; where it is absent the test is skipped and says so. */
public final class Tool {

    /** What a run left behind, both streams together. */
    public record Run(int exit, String output) {}

    private final String name;
    private final Map<String, String> environment;

    private Tool(String name, Map<String, String> environment) {
        this.name = name;
        this.environment = environment;
    }

    public static Tool named(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean there = Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        Assumptions.assumeTrue(there, name + " is not installed");
        return new Tool(name, Map.of());
    }

    /** With this variable in its environment. */
    public Tool with(String variable, String value) {
        return new Tool(name, Map.of(variable, value));
    }

    public Run run(String... arguments) {
        return feed("", arguments);
    }

    /** Runs with this on its standard input. */
    public Run feed(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(input.getBytes(UTF_8));
            } catch (IOException leftEarly) {
                // A program that gives up before it has read its input says why on its output.
            }
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(name + " does not end: " + output);
            }
            return new Run(process.exitValue(), output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
