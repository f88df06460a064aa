package kz.paysandbox.junit.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A program that shares a sandbox with others until it is told to end or is killed. */
final class Fork {

    private final Process process;
    private final BufferedReader output;

    private Fork(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** The program: prints who started the sandbox, and where it is. */
    public static void main(String... arguments) throws IOException {
        try (SandboxShare sandbox = SandboxShare.join(Choices.ofProgram(), Map.of("seed", arguments[0]))) {
            System.out.println((sandbox.isStarter() ? "started " : "joined ")
                    + sandbox.address().control());
            while (System.in.read() >= 0) {
                // runs until its input ends
            }
        }
    }

    static Fork of(String seed) throws IOException {
        Properties own = System.getProperties();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(own.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                own.getProperty("java.class.path"));
        own.stringPropertyNames().stream()
                .filter(name -> name.startsWith("sandbox."))
                .forEach(name -> builder.command().add("-D" + name + "=" + own.getProperty(name)));
        builder.command().addAll(List.of(Fork.class.getName(), seed));
        return new Fork(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The next line that it prints. */
    String line() throws IOException {
        return String.valueOf(output.readLine());
    }

    /** The sandbox's process, where this one started it. */
    Optional<ProcessHandle> sandbox() {
        return process.children().findFirst();
    }

    /** Ends it as a program ends that is done. */
    void end() throws IOException {
        process.getOutputStream().close();
    }

    /** Ends it without a word. */
    void kill() {
        process.destroyForcibly();
    }
}
