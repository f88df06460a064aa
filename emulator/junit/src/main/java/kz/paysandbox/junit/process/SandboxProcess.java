package kz.paysandbox.junit.process;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.junit.json.Json;

/** A sandbox's process and its folder; programs with the same jar, Java, home and settings share one. */
final class SandboxProcess {

    private static final int ID_LENGTH = 16;
    private static final int LOOK_MILLIS = 10;
    private static final int LONGEST_START_SECONDS = 180;
    private static final int LOG_TAIL = 2_000;

    /** Options meant for the tests' JVM, as a debugger's port that is taken already. */
    private static final Set<String> JVM_OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx512m");

    private final SandboxJar jar;
    private final Path java;
    private final Path home;
    private final Map<String, String> settings;
    private final Path folder;

    private SandboxProcess(SandboxJar jar, Path java, Path home, Map<String, String> settings, Path folder) {
        this.jar = jar;
        this.java = java;
        this.home = home;
        this.settings = settings;
        this.folder = folder;
    }

    static SandboxProcess of(Choices choices, Map<String, String> settings) {
        SandboxJar jar = SandboxJar.find(choices);
        Path java = JavaProgram.find(choices);
        Path home = choices.find("sandbox.home")
                .map(Path::of)
                .orElseGet(() -> UserFolder.cache(choices).resolve("home"))
                .toAbsolutePath();
        Map<String, String> sorted = new TreeMap<>(settings);
        String id = Sha256.of(List.of(jar.id(), java, home, sorted).toString()).substring(0, ID_LENGTH);
        Path folder = UserFolder.inside(UserFolder.running(choices), id);
        return new SandboxProcess(jar, java, home, sorted, folder);
    }

    /** The file whose lock whoever starts or looks holds. */
    Path lockFile() {
        return folder.resolve("start.lock");
    }

    Optional<Lease> lease() {
        return Lease.take(leaseFile());
    }

    /**
     * Starts it, and returns when all its listeners can answer. It ends by itself where the standard input of the answered
     * process is closed and nobody has a lease.
     *
     * @throws SandboxException where it does not start; the message has the end of what it printed
     */
    Process start() {
        try {
            clear();
            Process process = launch();
            boolean started = false;
            try {
                await(process);
                started = true;
                return process;
            } finally {
                if (!started) {
                    end(process);
                }
            }
        } catch (IOException failed) {
            throw new SandboxException("the sandbox cannot be started by " + java, failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while the sandbox was started", stop);
        }
    }

    /** At once, with the pipe to its standard input. */
    static void end(Process process) {
        process.destroyForcibly();
        closeInput(process);
    }

    /** Nobody has it any more: it ends by itself where nobody has a lease. */
    static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException ended) {
            return; // the process has ended by itself
        }
    }

    private void await(Process process) throws IOException, InterruptedException {
        long left = TimeUnit.SECONDS.toMillis(LONGEST_START_SECONDS) / LOOK_MILLIS;
        while (Files.notExists(leaseFile())) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) || --left == 0) {
                throw new SandboxException("the sandbox did not start: " + printed());
            }
        }
    }

    SandboxAddress address() {
        try {
            Map<String, Integer> ports = SandboxAddress.ports(Json.parse(Files.readString(portsFile())));
            URI control = URI.create("http://127.0.0.1:" + ports.getOrDefault("control", 0) + "/__sandbox");
            Path authorities = home.resolve("pki").resolve("ca-bundle.pem");
            return new SandboxAddress("localhost", ports, control, Optional.empty(), authorities, folder);
        } catch (IOException | IllegalArgumentException absentOrForeign) {
            throw new SandboxException(portsFile() + " cannot be read", absentOrForeign);
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", jar.whole().toString(), "up", "--quiet", "--ephemeral"));
        command.addAll(List.of("--home", home.toString()));
        command.addAll(List.of("--ports-file", portsFile().toString()));
        command.addAll(List.of("--while-used", leaseFile().toString()));
        command.addAll(List.of("--set", "store=memory"));
        settings.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(logFile().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SANDBOX_") || JVM_OPTIONS.contains(name));
        return builder.start();
    }

    /** What an earlier process left. */
    private void clear() throws IOException {
        for (Path file : List.of(leaseFile(), portsFile())) {
            Files.deleteIfExists(file);
        }
        WorldFolder.deleteAll(folder);
    }

    /** The end of its log, in whatever encoding the machine has. */
    private String printed() throws IOException {
        try (SeekableByteChannel log = Files.newByteChannel(logFile())) {
            log.position(Math.max(0, log.size() - LOG_TAIL));
            String end = new String(Channels.newInputStream(log).readNBytes(LOG_TAIL), StandardCharsets.UTF_8).strip();
            return end.isEmpty() ? "it printed nothing" : end;
        }
    }

    /** The end of its log; empty where there is none. */
    String lastWords() {
        try {
            return printed();
        } catch (IOException unreadable) {
            return "";
        }
    }

    private Path leaseFile() {
        return folder.resolve("lease.json");
    }

    private Path portsFile() {
        return folder.resolve("ports.json");
    }

    private Path logFile() {
        return folder.resolve("sandbox.log");
    }
}
