package kz.paysandbox.emulator.memory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.cli.Main;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.epay.callbacks.MerchantTrust;

/** A sandbox in a process of its own, with a heap of a given size. */
final class SmallSandbox implements AutoCloseable {

    private static final int CALLERS = 8;
    private static final Path HOME = Path.of("target", "small-heap-home");

    private final Process process;
    private final Path said;
    private final JsonNode ports;
    private final HttpClient client;

    private SmallSandbox(Process process, Path said, JsonNode ports) {
        this.process = process;
        this.said = said;
        this.ports = ports;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(MerchantTrust.context(HOME.resolve("pki/ca-bundle.pem"), new SecureRandom()))
                .build();
    }

    /**
     * Returns once all listeners answer.
     *
     * @param heap as {@code 96m}
     */
    static SmallSandbox start(String heap) throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        Path portsFile = HOME.resolve("ports-" + heap + ".json");
        Path said = HOME.resolve("said-" + heap + ".txt");
        Files.deleteIfExists(portsFile);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "up",
                        "--fresh",
                        "--quiet",
                        "--ephemeral",
                        "--home",
                        HOME.toString(),
                        "--ports-file",
                        portsFile.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        while (Files.notExists(portsFile)) {
            if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new IOException("it ended at once: " + Files.readString(said));
            }
        }
        return new SmallSandbox(process, said, new ObjectMapper().readTree(portsFile.toFile()));
    }

    ControlClient control() {
        URI base = URI.create("http://127.0.0.1:" + port("control") + "/__sandbox");
        return new ControlClient(client, base, Optional.empty(), "main");
    }

    /** Calls at once from a few callers, each with a number from 0. */
    void atOnce(int calls, IntConsumer call) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        Thread[] callers = IntStream.range(0, CALLERS)
                .mapToObj(caller -> new Thread(() -> {
                    for (int number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                        call.accept(number);
                    }
                }))
                .toArray(Thread[]::new);
        for (Thread caller : callers) {
            caller.start();
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    /** The answer of scheme r1, as it is. */
    String r1(String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("https://localhost:" + port("kaspi-r1") + "/r1/v01/" + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            return client.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException gone) {
            throw new IllegalStateException("no answer; alive: " + process.isAlive() + ", it said: " + said(), gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Its output so far. */
    String said() {
        try {
            return Files.readString(said);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private int port(String listener) {
        return ports.findValue(listener).asInt();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
