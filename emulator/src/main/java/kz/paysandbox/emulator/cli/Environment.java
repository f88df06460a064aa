package kz.paysandbox.emulator.cli;

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
import kz.paysandbox.emulator.ServerSettings;
import kz.paysandbox.emulator.epay.EpayWorld;
import kz.paysandbox.emulator.http.tls.KeyMaterialException;
import kz.paysandbox.emulator.kaspi.KaspiWorld;

/** The variables of an application under test, for the default world. */
final class Environment {

    private static final TypeReference<Map<String, Integer>> PORTS = new TypeReference<>() {};

    private static final int PATIENCE_MILLIS = 1_000;

    private Environment() {}

    static Map<String, String> of(EmulatorConfig config) {
        Path pki = config.pki().toAbsolutePath().normalize();
        Map<String, Integer> ports = ports(config);
        Map<String, String> variables = new LinkedHashMap<>();
        String host = config.localHost();
        variables.put("KASPI_R1_URL", url(host, ports, "kaspi-r1"));
        variables.put("KASPI_R2_URL", url(host, ports, "kaspi-r2"));
        variables.put("KASPI_R3_URL", url(host, ports, "kaspi-r3"));
        variables.put("KASPI_API_KEY", apiKey(config));
        variables.put("KASPI_CERT", pki.resolve("merchant.cer").toString());
        variables.put("KASPI_KEY", pki.resolve("merchant.key").toString());
        variables.put("KASPI_PFX", pki.resolve("merchant.pfx").toString());
        variables.put("KASPI_KEY_PASSWORD", password(pki.resolve("merchant.password")));
        variables.put("KASPI_KEY_PLAIN", pki.resolve("merchant-plain.key").toString());
        variables.put("KASPI_CA", pki.resolve("ca-bundle.pem").toString());
        variables.put("KASPI_TRUSTSTORE", pki.resolve("ca-bundle.p12").toString());
        variables.put("KASPI_TRUSTSTORE_PASSWORD", "changeit");
        variables.put("KASPI_BIN", KaspiWorld.FIRST_BIN);
        Map<String, String> shop = EpayWorld.mainCredentials();
        variables.put("EPAY_OAUTH_URL", url(host, ports, "epay"));
        variables.put("EPAY_API_URL", url(host, ports, "epay"));
        variables.put("EPAY_WIDGET_URL", url(host, ports, "epay") + "/payform/payment-api.js");
        variables.put("EPAY_CLIENT_ID", shop.getOrDefault("epay.client-id", ""));
        variables.put("EPAY_CLIENT_SECRET", shop.getOrDefault("epay.client-secret", ""));
        variables.put("EPAY_TERMINAL", shop.getOrDefault("epay.terminal", ""));
        variables.put("SANDBOX_CONTROL_URL", "http://" + host + ":" + ports.get("control") + "/__sandbox");
        return variables;
    }

    /** r1's key of the running sandbox's default world, else the one that is set. */
    static String apiKey(EmulatorConfig config) {
        return RunningWorld.of(config.home(), "main", System.getenv())
                .map(world -> world.path("kaspi").path("apiKey").asText())
                .filter(key -> !key.isEmpty())
                .orElseGet(() -> config.settings().text("kaspi.api-key"));
    }

    /** Those of the running sandbox, else those that are set. */
    static Map<String, Integer> ports(EmulatorConfig config) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ServerSettings.LISTENERS.forEach(listener -> ports.put(listener, config.port(listener)));
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

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            throw new KeyMaterialException(file + " cannot be read; make it with: sandbox certs init", missing);
        }
    }

    private static String url(String host, Map<String, Integer> ports, String listener) {
        return "https://" + host + ":" + ports.get(listener);
    }
}
