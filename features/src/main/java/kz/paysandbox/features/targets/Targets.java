package kz.paysandbox.features.targets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.features.chance.Chance;
import kz.paysandbox.features.wire.Json;

/** Finds or starts the target of a run. */
public final class Targets {

    /** Long enough for a busy machine, short enough for a scenario with a slow shop. */
    private static final String PATIENCE = "PT2S";

    private Targets() {}

    /** The emulator in this process, its certificates under {@code home}. */
    public static Target emulator(Path home, Chance chance) {
        Emulator emulator = Emulator.start(
                EmulatorConfig.embedded(home, Map.of("limits.worlds", "10000", "epay.callback.timeout", PATIENCE)));
        return new SandboxTarget(
                "emulator",
                emulator.ports(),
                "127.0.0.1",
                bundle(home),
                new SandboxTarget.Terms(true, emulator::close),
                chance);
    }

    /**
     * A sandbox that runs elsewhere on this machine.
     *
     * @param file its ports file
     * @param host under which the bank's listeners are called: the bank's own names work where they resolve to it
     * @throws IllegalArgumentException where no sandbox runs
     */
    public static Target sandbox(Path home, Path file, String host, Chance chance) {
        try {
            JsonNode read = Json.read(Files.readString(file));
            Map<String, Integer> ports = new LinkedHashMap<>();
            read.properties().forEach(entry -> {
                if (entry.getValue().isInt()) {
                    ports.put(entry.getKey(), entry.getValue().intValue());
                }
            });
            SandboxTarget.Terms terms = new SandboxTarget.Terms(false, () -> {});
            return new SandboxTarget("sandbox", ports, host, bundle(home), terms, chance);
        } catch (IOException absent) {
            throw new IllegalArgumentException(
                    "no sandbox seems to run: " + file
                            + " cannot be read; start one with ./sandbox up, or name its home folder"
                            + " by --set SANDBOX_HOME=...",
                    absent);
        }
    }

    private static Path bundle(Path home) {
        return home.resolve("pki").resolve("ca-bundle.pem");
    }
}
