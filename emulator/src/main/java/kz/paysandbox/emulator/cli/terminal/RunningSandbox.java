package kz.paysandbox.emulator.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.client.SandboxRefusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Finds the running sandbox by the ports file in its home folder; shared by the commands that talk to one. */
public final class RunningSandbox {

    @Option(names = "--home", paramLabel = "DIR", description = "Home of the running sandbox. Default: .sandbox")
    private @Nullable String home;

    @Option(names = "--world", paramLabel = "NAME", description = "Which world. Default: main", defaultValue = "main")
    private String world = "main";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "Holds the token of a sandbox that is bound beyond the loopback. Default:"
                    + " SANDBOX_CONTROL_TOKEN, else control.token in its home")
    private @Nullable Path tokenFile;

    @Option(names = "--json", description = "As JSON, for scripts")
    private boolean json;

    /** The one of a home folder and a world, for commands with options of their own. */
    static RunningSandbox at(Path home, String world) {
        RunningSandbox sandbox = new RunningSandbox();
        sandbox.home = home.toString();
        sandbox.world = world;
        return sandbox;
    }

    public boolean isJson() {
        return json;
    }

    public ControlClient client() {
        return client(System.getenv());
    }

    /** By flag or variable: the control surface's URL, else the home whose ports file names its port. */
    public ControlClient client(Map<String, String> environment) {
        String base = Optional.ofNullable(environment.get("SANDBOX_CONTROL_URL"))
                .filter(url -> home == null)
                .orElseGet(() -> "http://127.0.0.1:" + port(environment) + "/__sandbox");
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new ControlClient(http, URI.create(base), token(environment), world);
    }

    private Optional<String> token(Map<String, String> environment) {
        if (tokenFile != null) {
            return Optional.of(firstLine(tokenFile));
        }
        return Optional.ofNullable(environment.get("SANDBOX_CONTROL_TOKEN"))
                .or(() -> Optional.of(folder(environment).resolve("control.token"))
                        .filter(Files::isReadable)
                        .map(RunningSandbox::firstLine));
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException unreadable) {
            throw new SettingsException("--token-file: " + FileProblems.of(unreadable));
        }
    }

    private Path folder(Map<String, String> environment) {
        return Path.of(home == null ? environment.getOrDefault("SANDBOX_HOME", ".sandbox") : home);
    }

    private int port(Map<String, String> environment) {
        Path folder = folder(environment);
        Path file = folder.resolve("ports.json");
        if (Files.notExists(file)) {
            throw new SandboxRefusal(
                    404,
                    "no sandbox is running with the home " + folder + ": start one with: sandbox up --home " + folder);
        }
        try {
            JsonNode ports = new ObjectMapper().readTree(file.toFile());
            return ports.path("control").asInt();
        } catch (IOException unreadable) {
            throw new SandboxRefusal(500, file + " cannot be read; start the sandbox again");
        }
    }
}
