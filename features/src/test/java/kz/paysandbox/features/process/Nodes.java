package kz.paysandbox.features.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.features.wire.Json;

/** Several nodes that share their worlds in one database, each in a process of its own. */
final class Nodes implements AutoCloseable {

    private static final int LOOK_MILLIS = 50;

    /** One of them. */
    private record Node(Path home, Process process, Map<String, Integer> ports) {}

    private final Path folder;
    private final String database;
    private final List<Node> running = new CopyOnWriteArrayList<>();

    /**
     * Starts them, one after the other.
     *
     * @param folder of their homes, which are kept between runs, and of their common key
     */
    Nodes(Path folder, int number, String database) throws IOException, InterruptedException {
        this.folder = folder;
        this.database = database;
        for (int node = 0; node < number; node++) {
            Path home = folder.resolve("node-" + node);
            Files.createDirectories(home);
            Files.deleteIfExists(home.resolve("said.txt"));
            running.add(start(home));
        }
    }

    private Node start(Path home) throws IOException, InterruptedException {
        Path portsFile = home.resolve("ports-of-test.json");
        Files.deleteIfExists(portsFile);
        ProcessBuilder builder = new ProcessBuilder(JavaProcess.command(
                        List.of("-Xmx384m", "-XX:TieredStopAtLevel=1"),
                        "kz.paysandbox.emulator.cli.Main",
                        List.of(
                                "up",
                                "--quiet",
                                "--ephemeral",
                                "--home",
                                home.toString(),
                                "--ports-file",
                                portsFile.toString(),
                                "--while-used",
                                home.resolve("lease.json").toString(),
                                "--store",
                                database,
                                "--set",
                                "store.key-file=" + folder.resolve("key").toAbsolutePath())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("said.txt").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("SANDBOX_"));
        Process process = builder.start();
        while (!Files.exists(portsFile)) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("it does not start: " + Files.readString(home.resolve("said.txt")));
            }
        }
        JsonNode read = Json.read(Files.readString(portsFile));
        Map<String, Integer> ports = new LinkedHashMap<>();
        read.properties()
                .forEach(port -> ports.put(port.getKey(), port.getValue().asInt()));
        return new Node(home, process, ports);
    }

    /** Ports of those that run, by the listeners' names. */
    List<Map<String, Integer>> ports() {
        return running.stream().map(Node::ports).toList();
    }

    /** The authorities of all of them. */
    Path home() {
        return folder.resolve("node-0");
    }

    /** Whether any has ended by itself before so many milliseconds were over. */
    boolean endsWithin(long millis) throws InterruptedException {
        return running.get(0).process().waitFor(millis, TimeUnit.MILLISECONDS)
                || running.stream().anyMatch(node -> !node.process().isAlive());
    }

    /** SIGKILL; returns once the process is no more. */
    void kill(int node) throws InterruptedException {
        Process victim = running.get(node).process();
        victim.destroyForcibly();
        victim.waitFor();
    }

    /** Starts one that was killed. */
    void restart(int node) throws IOException, InterruptedException {
        running.set(node, start(running.get(node).home()));
    }

    /** What all have said. */
    String said() throws IOException {
        List<String> all = new ArrayList<>();
        for (Node node : running) {
            all.add(Files.readString(node.home().resolve("said.txt")));
        }
        return String.join("\n", all);
    }

    @Override
    public void close() {
        running.forEach(node -> node.process().destroyForcibly());
    }
}
