package kz.paysandbox.emulator.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a process of its own, timed from its start to the moment all its listeners can answer. */
final class Subject implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("\"([a-z0-9-]+)\":(\\d+)");

    private final Process process;
    private final Path portsFile;
    private final long startedInMillis;

    private Subject(Process process, Path portsFile, long startedInMillis) {
        this.process = process;
        this.portsFile = portsFile;
        this.startedInMillis = startedInMillis;
    }

    static Subject start(Client client, Path portsFile, List<String> command) throws IOException, InterruptedException {
        Files.deleteIfExists(portsFile);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (Files.notExists(portsFile)) {
            if (process.waitFor(2, TimeUnit.MILLISECONDS)) {
                throw new IOException("ended before it was up: " + command);
            }
        }
        Subject subject = new Subject(process, portsFile, 0);
        for (String listener : List.of("kaspi-r1", "kaspi-r2", "kaspi-r3")) {
            client.get(subject.port(listener), "/" + listener.substring(6) + "/v01/payment/status/1");
        }
        return new Subject(process, portsFile, (System.nanoTime() - begun) / 1_000_000);
    }

    /** A server that knows its port beforehand, and writes no ports file; it answers a status of Kaspi r1. */
    static Subject startAt(int port, Client client, Path portsFile, List<String> command)
            throws IOException, InterruptedException {
        Files.writeString(portsFile, "{\"kaspi-r1\":" + port + "}");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Subject subject = new Subject(process, portsFile, 0);
        while (!answers(client, port)) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException("ended before it was up: " + command);
            }
        }
        return subject;
    }

    private static boolean answers(Client client, int port) {
        try {
            return !client.get(port, SampleAnswers.STATUS_PATH).isEmpty();
        } catch (IOException notYet) {
            return false;
        }
    }

    static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        return command;
    }

    long startedInMillis() {
        return startedInMillis;
    }

    int port(String listener) throws IOException {
        Matcher ports = PORT.matcher(Files.readString(portsFile));
        while (ports.find()) {
            if (ports.group(1).equals(listener)) {
                return Integer.parseInt(ports.group(2));
            }
        }
        throw new IOException("no port of " + listener);
    }

    /** Resident set in MB; 0 where the machine does not tell. */
    long residentMegabytes() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    /** Processor time that it and its processes have used since their start; zero where the machine does not tell. */
    Duration processorTime() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
