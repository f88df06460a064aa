package kz.paysandbox.emulator.cli.start;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.RunningWorld;
import kz.paysandbox.emulator.cli.terminal.SettingsException;
import kz.paysandbox.emulator.core.bank.Site;
import kz.paysandbox.emulator.http.bank.BankModule;

/** The variables of an application under test, for the default world. */
final class Environment {

    private static final TypeReference<Map<String, Integer>> PORTS = new TypeReference<>() {};

    private static final int PATIENCE_MILLIS = 1_000;

    private Environment() {}

    static Map<String, String> of(EmulatorConfig config) {
        Map<String, Integer> ports = ports(config);
        Map<String, String> variables = new LinkedHashMap<>();
        for (BankModule bank : config.banks()) {
            variables.putAll(bank.environment(new Site(
                    config.settings(),
                    config.localHost(),
                    ports,
                    config.pki(),
                    key -> described(config, bank.name(), key))));
        }
        variables.put(
                "SANDBOX_CONTROL_URL", "http://" + config.localHost() + ":" + ports.get("control") + "/__sandbox");
        return variables;
    }

    /** A text that the running sandbox's default world has in a bank's part. */
    private static Optional<String> described(EmulatorConfig config, String bank, String key) {
        return RunningWorld.of(config.home(), "main", System.getenv())
                .map(world -> world.path(bank).path(key).asText())
                .filter(text -> !text.isEmpty());
    }

    /** Those of the running sandbox, else those that are set. */
    static Map<String, Integer> ports(EmulatorConfig config) {
        Map<String, Integer> ports = config.ports();
        Path file = config.home().resolve("ports.json");
        if (Files.exists(file)) {
            try {
                ports.putAll(new ObjectMapper().readValue(file.toFile(), PORTS));
            } catch (IOException unreadable) {
                throw new SettingsException(
                        file + " cannot be read; start the sandbox again: " + unreadable.getMessage());
            }
        }
        return ports;
    }

    /** What to say where a ports file is there and no sandbox answers at its control port; empty where one does. */
    static Optional<String> gone(EmulatorConfig config) {
        Path file = config.home().resolve("ports.json");
        int port = ports(config).getOrDefault("control", 0);
        if (!Files.exists(file) || answers(config.localHost(), port)) {
            return Optional.empty();
        }
        return Optional.of(file + " is of a sandbox that is gone: nothing answers at " + config.localHost() + ":" + port
                + "; start it with: sandbox up (or give --bind as it was started)");
    }

    private static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host.replaceAll("[\\[\\]]", ""), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }
}
