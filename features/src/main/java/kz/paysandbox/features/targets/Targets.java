package kz.paysandbox.features.targets;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.features.bank.SandboxAddress;
import kz.paysandbox.features.bank.Settings;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.wire.Json;

/**
 * Finds or starts the target of a run.
 *
 * @param banks that the suite knows
 * @param random where names of worlds and numbers of orders come from
 */
public record Targets(SuiteBanks banks, Randomness random) {

    private static final Path HOME = Path.of(".sandbox");
    private static final String LOOPBACK = "127.0.0.1";

    /**
     * Turns the name of a target into the target.
     *
     * @throws IllegalArgumentException where there is none of that name, where settings are missing, or where the
     *     settings name the bank's production
     */
    public Target named(String name, Settings settings) {
        return switch (name) {
            case "emulator" -> emulator(HOME.resolve("verify"));
            case "sandbox" -> running(settings);
            case "custom" -> StandTarget.custom(banks, settings, random);
            case "production" ->
                throw new IllegalArgumentException("the suite moves money and is never run against production");
            default ->
                banks.ofStand(name)
                        .map(bank -> StandTarget.of(bank, settings, banks.production(), random))
                        .orElseThrow(() -> new IllegalArgumentException("--target is emulator, sandbox, custom, "
                                + String.join(" or ", banks.standNames()) + ", not " + name));
        };
    }

    /** The emulator in this process, its certificates under {@code home}. */
    public Target emulator(Path home) {
        return emulator(home, Map.of());
    }

    /**
     * As {@link #emulator(Path)}.
     *
     * @param more settings of the emulator, besides
     */
    public Target emulator(Path home, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(banks.emulatorSettings());
        settings.putAll(more);
        settings.put("limits.worlds", "10000");
        Emulator emulator = Emulator.start(EmulatorConfig.embedded(home, settings));
        return sandbox(
                "emulator",
                new SandboxAddress(LOOPBACK, emulator.ports(), bundle(home)),
                new SandboxTarget.Terms(true, emulator::close));
    }

    /** A sandbox that runs elsewhere on this machine: the bank's own host names work where they resolve to it. */
    private Target running(Settings settings) {
        Path home = settings.find("SANDBOX_HOME").map(Path::of).orElse(HOME);
        Path ports = settings.find("SANDBOX_PORTS_FILE").map(Path::of).orElseGet(() -> home.resolve("ports.json"));
        return sandbox(
                "sandbox",
                new SandboxAddress(settings.find("SANDBOX_HOST").orElse(LOOPBACK), read(ports), bundle(home)),
                new SandboxTarget.Terms(false, () -> {}));
    }

    private Target sandbox(String name, SandboxAddress address, SandboxTarget.Terms terms) {
        return new SandboxTarget(name, banks, address, terms, random);
    }

    private static Map<String, Integer> read(Path file) {
        try {
            JsonNode read = Json.read(Files.readString(file));
            Map<String, Integer> ports = new LinkedHashMap<>();
            read.properties().forEach(entry -> {
                if (entry.getValue().isInt()) {
                    ports.put(entry.getKey(), entry.getValue().intValue());
                }
            });
            return ports;
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
