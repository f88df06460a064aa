package kz.paysandbox.gateway.crash;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.HttpAnswer;

/** A gateway in a process of its own, as {@code java -jar gateway.jar} is one. */
public final class GatewayProcess implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Process process;
    private final int port;
    private final String admin;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    private final List<CompletableFuture<HttpAnswer>> underWay = new ArrayList<>();

    private GatewayProcess(Path folder, Process process, int port, String admin) {
        this.folder = folder;
        this.process = process;
        this.port = port;
        this.admin = admin;
    }

    /**
     * Starts one, and returns when it can answer.
     *
     * @param settings in a file of the folder, so that no secret is in its arguments
     * @param options of Java, such as {@code -Xmx256m}
     */
    public static GatewayProcess start(Path folder, Map<String, String> settings, String... options) {
        try {
            Path file = folder.resolve("gateway.properties");
            Properties properties = new Properties();
            properties.putAll(settings);
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            Path ports = folder.resolve("ports.json");
            Path token = folder.resolve("token");
            Files.deleteIfExists(ports);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of(options));
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
            command.add(System.getProperty("java.class.path"));
            command.addAll(List.of("kz.paysandbox.gateway.boot.Main", "--listen", "127.0.0.1:0", "--ports-file"));
            command.addAll(List.of(ports.toString(), "--admin-token-file", token.toString()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("output.txt").toFile()));
            builder.environment().put("KZPAY_SETTINGS", file.toString());
            Process process = builder.start();
            Await.until("the gateway listens", () -> Files.exists(ports) || !process.isAlive());
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(folder.resolve("output.txt")));
            }
            return new GatewayProcess(
                    folder,
                    process,
                    JSON.readTree(ports.toFile()).path("gateway").intValue(),
                    Files.readString(token).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request with the admin's token, and does not wait. */
    void begin(String path, String json, String... headers) {
        underWay.add(sent("POST", path, json, headers));
    }

    /** The answer to the first request that was begun. */
    HttpAnswer first() {
        return underWay.get(0).join();
    }

    private CompletableFuture<HttpAnswer> sent(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpAnswer::new);
    }

    public HttpAnswer post(String path, String json, String... headers) {
        return sent("POST", path, json, headers).join();
    }

    /** Asks without a token in a header. */
    HttpAnswer ask(String path) {
        return new HttpAnswer(http.sendAsync(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .join());
    }

    HttpAnswer put(String path, String json) {
        return sent("PUT", path, json).join();
    }

    public HttpAnswer get(String path) {
        return sent("GET", path, "").join();
    }

    Process process() {
        return process;
    }

    public int port() {
        return port;
    }

    public String admin() {
        return admin;
    }

    public String output() {
        try {
            return Files.readString(folder.resolve("output.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** kill -9. */
    void kill() {
        process.destroyForcibly();
        ended();
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    void ended() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new AssertionError("the gateway did not end: " + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
