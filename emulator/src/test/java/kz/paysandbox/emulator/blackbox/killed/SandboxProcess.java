package kz.paysandbox.emulator.blackbox.killed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.cli.Main;

/** A sandbox in a process of its own, which may be killed. It ends with the test's process at the latest. */
final class SandboxProcess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_START_SECONDS = 120;

    private final Process process;
    private final Path portsFile;
    private final Path said;

    private SandboxProcess(Process process, Path portsFile, Path said) {
        this.process = process;
        this.portsFile = portsFile;
        this.said = said;
    }

    /** Returns at once: {@link #ports} waits. */
    static SandboxProcess start(Path home, String... options) throws IOException {
        Path portsFile = home.resolve("ports-of-test.json");
        Path said = home.resolve("said.txt");
        Files.deleteIfExists(portsFile);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                "--quiet",
                "--ephemeral",
                "--home",
                home.toString(),
                "--ports-file",
                portsFile.toString(),
                "--while-used",
                home.resolve("lease.json").toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("SANDBOX_"));
        return new SandboxProcess(builder.start(), portsFile, said);
    }

    /** The ports by listener, once all answer. */
    Map<String, Integer> ports() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_SECONDS);
        while (Files.notExists(portsFile)) {
            if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new IOException("it ended with " + process.exitValue() + ": " + said());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("it does not start: " + said());
            }
        }
        JsonNode read = JSON.readTree(portsFile.toFile());
        Map<String, Integer> ports = new TreeMap<>();
        read.fieldNames()
                .forEachRemaining(name -> ports.put(name, read.get(name).asInt()));
        return ports;
    }

    /** Whether it has ended by itself before so many milliseconds were over. */
    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL; returns once the process is no more. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As {@link #kill}, without waiting. */
    void end() {
        process.destroyForcibly();
    }

    /** Ends it as its user does. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** What it and those before it said. */
    String said() throws IOException {
        return Files.exists(said) ? Files.readString(said) : "";
    }
}
