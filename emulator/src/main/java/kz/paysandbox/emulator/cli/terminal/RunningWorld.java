package kz.paysandbox.emulator.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.client.SandboxRefusal;

/** What the sandbox that runs in a home folder says of one of its worlds, for commands that work without it too. */
public final class RunningWorld {

    /** For commands that work without it too, and should not wait for one that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private RunningWorld() {}

    /** The world as {@code GET /world} shows it; empty where no sandbox runs there, or it does not answer. */
    public static Optional<JsonNode> of(Path home, String world, Map<String, String> environment) {
        try {
            return Optional.of(RunningSandbox.at(home, world)
                    .client(environment)
                    .within(PATIENCE)
                    .get("/world"));
        } catch (UncheckedIOException | SandboxRefusal | SettingsException notThere) {
            return Optional.empty();
        }
    }
}
