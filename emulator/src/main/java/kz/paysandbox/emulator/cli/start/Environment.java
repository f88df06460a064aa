package kz.paysandbox.emulator.cli.start;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.HomePorts;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.RunningSandbox;
import kz.paysandbox.emulator.cli.terminal.RunningWorld;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.bank.Site;
import kz.paysandbox.emulator.http.bank.BankModule;

/** The variables of an application under test. */
final class Environment {

    private static final int PATIENCE_MILLIS = 1_000;

    private Environment() {}

    static Map<String, String> of(EmulatorConfig config) {
        return of(config, Worlds.MAIN);
    }

    /**
     * Those of a world.
     *
     * @throws kz.paysandbox.emulator.client.SandboxRefusal where it is not the default one, and no sandbox runs that has it
     */
    static Map<String, String> of(EmulatorConfig config, String world) {
        Optional<JsonNode> described = RunningWorld.of(config.home(), world, System.getenv());
        Path pki = world.equals(Worlds.MAIN) ? config.pki() : folder(config, world);
        Map<String, Integer> ports = ports(config);
        Map<String, String> variables = new LinkedHashMap<>();
        for (BankModule bank : config.banks()) {
            variables.putAll(bank.environment(new Site(
                    config.settings(),
                    config.localHost(),
                    ports,
                    pki,
                    key -> described.flatMap(
                            shown -> text(shown.path(bank.name()).path(key))))));
        }
        variables.put(
                "SANDBOX_CONTROL_URL", "http://" + config.localHost() + ":" + ports.get("control") + "/__sandbox");
        return variables;
    }

    private static Optional<String> text(JsonNode described) {
        return Optional.of(described.asText()).filter(text -> !text.isEmpty());
    }

    private static Path folder(EmulatorConfig config, String world) {
        ControlClient client = RunningSandbox.at(config.home(), world).client(System.getenv());
        JsonNode certificate = client.get("/worlds/" + QueryText.of(world) + "/certificate");
        return new WorldFolder(config.pki(), world).write(config.pki(), certificate);
    }

    /** Those of the running sandbox, else those that are set. */
    static Map<String, Integer> ports(EmulatorConfig config) {
        Map<String, Integer> ports = config.ports();
        HomePorts.of(config.home()).ifPresent(running -> ports.putAll(running.ports()));
        return ports;
    }

    /** What to say where a ports file is there and no sandbox answers at its control port; empty where one does. */
    static Optional<String> gone(EmulatorConfig config) {
        return HomePorts.of(config.home())
                .filter(ports -> !answers(config.localHost(), ports.control()))
                .map(ports -> ports.file() + " is of a sandbox that is gone: nothing answers at " + config.localHost()
                        + ":" + ports.control() + "; start it with: sandbox up (or give --bind as it was started)");
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
