package kz.paysandbox.emulator.blackbox.killed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Several nodes of one database, each in a process of its own. */
final class NodeRow implements AutoCloseable {

    private final List<Path> homes = new ArrayList<>();
    private final List<SandboxProcess> processes = new ArrayList<>();
    private final List<Map<String, Integer>> ports = new ArrayList<>();
    private final String[] options;

    private NodeRow(String[] options) {
        this.options = options;
    }

    /**
     * Starts them, one after the other.
     *
     * @param folder of their homes, which are kept, and of their common key
     */
    static NodeRow start(Path folder, int nodes, String database) throws IOException, InterruptedException {
        NodeRow row = new NodeRow(new String[] {
            "--store",
            database,
            "--set",
            "store.key-file=" + folder.resolve("key").toAbsolutePath()
        });
        for (int node = 0; node < nodes; node++) {
            Path home = folder.resolve("node-" + node);
            Files.createDirectories(home);
            Files.deleteIfExists(home.resolve("said.txt"));
            row.homes.add(home);
            SandboxProcess process = SandboxProcess.start(home, row.options);
            row.processes.add(process);
            row.ports.add(process.ports());
        }
        return row;
    }

    Path home(int node) {
        return homes.get(node);
    }

    SandboxProcess process(int node) {
        return processes.get(node);
    }

    List<Map<String, Integer>> ports() {
        return List.copyOf(ports);
    }

    /** Those of all but one. */
    List<Map<String, Integer>> portsWithout(int node) {
        List<Map<String, Integer>> others = new ArrayList<>(ports);
        others.remove(node);
        return others;
    }

    void kill(int node) throws InterruptedException {
        processes.get(node).kill();
    }

    /** Lets a process do nothing at all, as where its machine hangs, or go on. */
    void hang(int node, boolean hangs) throws IOException, InterruptedException {
        Process signal = new ProcessBuilder(
                        "kill",
                        hangs ? "-STOP" : "-CONT",
                        String.valueOf(processes.get(node).pid()))
                .inheritIO()
                .start();
        if (signal.waitFor() != 0) {
            throw new IOException("no signal was sent");
        }
    }

    void restart(int node) throws IOException, InterruptedException {
        SandboxProcess process = SandboxProcess.start(homes.get(node), options);
        processes.set(node, process);
        ports.set(node, process.ports());
    }

    /** What all have said. */
    String said() throws IOException {
        StringBuilder all = new StringBuilder();
        for (SandboxProcess process : processes) {
            all.append(process.said()).append('\n');
        }
        return all.toString();
    }

    @Override
    public void close() {
        processes.forEach(SandboxProcess::end);
    }
}
