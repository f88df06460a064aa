package kz.paysandbox.gateway.crash;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.HttpAnswer;

/** A gateway in a process of its own, as {@code java -jar gateway.jar} is one. */
public final class GatewayProcess implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Process process;
    private final GatewayClient client;

    private GatewayProcess(Path folder, Process process, GatewayClient client) {
        this.folder = folder;
        this.process = process;
        this.client = client;
    }

    /**
     * Starts one from the class path of the tests, and returns when it can answer.
     *
     * @param settings in a file of the folder, so that no secret is in its arguments
     * @param options of Java, such as {@code -Xmx256m}
     */
    public static GatewayProcess start(Path folder, Map<String, String> settings, String... options) {
        List<String> java = new ArrayList<>(List.of(options));
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), "kz.paysandbox.gateway.boot.Main"));
        return started(folder, settings, java);
    }

    /**
     * Starts one as {@code ./sandbox gateway} does where the build has made its jar, else from the class path, and returns
     * when it can answer.
     */
    public static GatewayProcess launched(Path folder, Map<String, String> settings) {
        String jar = System.getProperty("gateway.jar", "");
        return jar.isEmpty() ? start(folder, settings) : started(folder, settings, List.of("-jar", jar, "gateway"));
    }

    private static GatewayProcess started(Path folder, Map<String, String> settings, List<String> java) {
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
            command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
            command.addAll(java);
            command.addAll(List.of("--listen", "127.0.0.1:0", "--ports-file", ports.toString()));
            command.addAll(List.of("--admin-token-file", token.toString()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("output.txt").toFile()));
            builder.environment().put("KZPAY_SETTINGS", file.toString());
            Process process = builder.start();
            Await.until("the gateway listens", () -> Files.exists(ports) || !process.isAlive());
            if (!process.isAlive()) {
                throw new AssertionError(Files.readString(folder.resolve("output.txt")));
            }
            int port = JSON.readTree(ports.toFile()).path("gateway").intValue();
            return new GatewayProcess(
                    folder,
                    process,
                    new GatewayClient(port, Files.readString(token).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls to it with the admin's token. */
    public GatewayClient client() {
        return client;
    }

    public HttpAnswer post(String path, String json, String... headers) {
        return client.post(path, json, headers);
    }

    public HttpAnswer ask(String path) {
        return client.ask(path);
    }

    public HttpAnswer put(String path, String json) {
        return client.put(path, json);
    }

    public HttpAnswer get(String path) {
        return client.get(path);
    }

    Process process() {
        return process;
    }

    public int port() {
        return client.port();
    }

    public String admin() {
        return client.token();
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
