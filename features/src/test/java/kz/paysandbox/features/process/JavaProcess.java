package kz.paysandbox.features.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A Java program of this class path in a process of its own. */
record JavaProcess(Process process, BufferedReader out) implements AutoCloseable {

    static JavaProcess start(List<String> options, String main, List<String> arguments) {
        try {
            Process started = new ProcessBuilder(command(options, main, arguments))
                    .redirectErrorStream(true)
                    .start();
            return new JavaProcess(started, started.inputReader(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<String> command(List<String> options, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main);
        command.addAll(arguments);
        return command;
    }

    /** All it says until such a line, or until its end. */
    List<String> until(Predicate<String> last) {
        List<String> said = new ArrayList<>();
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (last.test(line)) {
                    break;
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return said;
    }

    int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
