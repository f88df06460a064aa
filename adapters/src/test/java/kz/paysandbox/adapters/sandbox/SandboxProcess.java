package kz.paysandbox.adapters.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A sandbox in a process of its own, started from the jar beside this module: no class of it is shared. */
final class SandboxProcess implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final Path home;
    private final String control;
    private final HttpClient http = HttpClient.newHttpClient();

    private SandboxProcess(Process process, Path home, String control) {
        this.process = process;
        this.home = home;
        this.control = control;
    }

    static boolean isBuilt() {
        return Files.exists(jar());
    }

    static SandboxProcess start() {
        try {
            Path home = Files.createTempDirectory("sandbox-for-adapters");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-jar",
                            jar().toString(),
                            "up",
                            "--quiet",
                            "--ephemeral",
                            "--home",
                            home.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve("output.txt").toFile())
                    .start();
            Path ports = home.resolve("ports.json");
            while (Files.notExists(ports)) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                    throw new IOException("the sandbox ended: " + Files.readString(home.resolve("output.txt")));
                }
            }
            int port = JSON.readTree(ports.toFile()).path("control").intValue();
            return new SandboxProcess(process, home, "http://127.0.0.1:" + port + "/__sandbox");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Path home() {
        return home;
    }

    Path pki(String file) {
        return home.resolve("pki").resolve(file);
    }

    URI listener(String name) throws IOException {
        return URI.create("https://localhost:"
                + JSON.readTree(home.resolve("ports.json").toFile()).path(name).intValue());
    }

    JsonNode get(String path) {
        return control("GET", path, Map.of(), "main");
    }

    JsonNode post(String path, Object body) {
        return control("POST", path, body, "main");
    }

    /** A call of the control surface; a refusal of it is a mistake of the test. */
    JsonNode control(String method, String path, Object body, String world) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(control + path))
                    .header("X-Sandbox-World", world)
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode read = JSON.readTree(answer.body());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + read);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is to go wrong, as JSON with single quotes. */
    void fault(String endpoint, String then) {
        fault(Map.of("endpoint", endpoint), then);
    }

    void fault(Map<String, Object> when, String then) {
        try {
            post("/faults", Map.of("when", when, "then", JSON.readTree(then.replace('\'', '"'))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mend() {
        control("DELETE", "/faults", Map.of(), "main");
    }

    void forgetRequests() {
        control("DELETE", "/requests", Map.of(), "main");
    }

    /** How many requests of a row arrived since they were last forgotten. */
    int arrived(String endpoint) {
        return get("/requests?limit=1000&endpoint=" + endpoint.replace(" ", "%20"))
                .size();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted((left, right) -> right.compareTo(left))
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static Path jar() {
        return Stream.of("../emulator", "emulator")
                .map(folder -> Path.of(folder, "target", "sandbox.jar")
                        .toAbsolutePath()
                        .normalize())
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("sandbox.jar"));
    }
}
