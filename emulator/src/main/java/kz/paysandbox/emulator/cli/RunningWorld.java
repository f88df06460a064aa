package kz.paysandbox.emulator.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.client.SandboxRefusal;

/** What the sandbox that runs in a home folder says of one of its worlds, for commands that work without it too. */
final class RunningWorld {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private RunningWorld() {}

    /** The world as {@code GET /world} shows it; empty where no sandbox runs there, or it does not answer. */
    static Optional<JsonNode> of(Path home, String world, Map<String, String> environment) {
        Path file = home.resolve("ports.json");
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            int port =
                    new ObjectMapper().readTree(file.toFile()).path("control").asInt();
            HttpClient http = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
            ControlClient client = new ControlClient(
                    http,
                    URI.create("http://127.0.0.1:" + port + "/__sandbox"),
                    Optional.ofNullable(environment.get("SANDBOX_CONTROL_TOKEN")),
                    world);
            return Optional.of(client.get("/world"));
        } catch (IOException | UncheckedIOException | SandboxRefusal gone) {
            return Optional.empty();
        }
    }
}
