package kz.paysandbox.emulator.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.ServerSettings;
import kz.paysandbox.emulator.epay.EpayWorld;
import kz.paysandbox.emulator.http.tls.KeyMaterialException;
import kz.paysandbox.emulator.kaspi.KaspiWorld;

/** The variables of an application under test, for the default world. */
final class Environment {

    private static final TypeReference<Map<String, Integer>> PORTS = new TypeReference<>() {};

    private Environment() {}

    static Map<String, String> of(EmulatorConfig config) {
        Path pki = config.pki().toAbsolutePath().normalize();
        Map<String, Integer> ports = ports(config);
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("KASPI_R1_URL", url(ports, "kaspi-r1"));
        variables.put("KASPI_R2_URL", url(ports, "kaspi-r2"));
        variables.put("KASPI_R3_URL", url(ports, "kaspi-r3"));
        variables.put("KASPI_API_KEY", KaspiWorld.MAIN_API_KEY);
        variables.put("KASPI_CERT", pki.resolve("merchant.cer").toString());
        variables.put("KASPI_KEY", pki.resolve("merchant.key").toString());
        variables.put("KASPI_PFX", pki.resolve("merchant.pfx").toString());
        variables.put("KASPI_KEY_PASSWORD", password(pki.resolve("merchant.password")));
        variables.put("KASPI_CA", pki.resolve("ca-bundle.pem").toString());
        variables.put("KASPI_BIN", KaspiWorld.FIRST_BIN);
        Map<String, String> shop = EpayWorld.mainCredentials();
        variables.put("EPAY_OAUTH_URL", url(ports, "epay"));
        variables.put("EPAY_API_URL", url(ports, "epay"));
        variables.put("EPAY_WIDGET_URL", url(ports, "epay") + "/payform/payment-api.js");
        variables.put("EPAY_CLIENT_ID", shop.getOrDefault("epay.client-id", ""));
        variables.put("EPAY_CLIENT_SECRET", shop.getOrDefault("epay.client-secret", ""));
        variables.put("EPAY_TERMINAL", shop.getOrDefault("epay.terminal", ""));
        variables.put("SANDBOX_CONTROL_URL", "http://localhost:" + ports.get("control") + "/__sandbox");
        return variables;
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

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            throw new KeyMaterialException(file + " cannot be read; make it with: sandbox certs init", missing);
        }
    }

    private static String url(Map<String, Integer> ports, String listener) {
        return "https://localhost:" + ports.get(listener);
    }
}
