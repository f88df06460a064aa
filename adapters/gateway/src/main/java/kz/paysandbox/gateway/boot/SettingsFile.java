package kz.paysandbox.gateway.boot;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A properties file with settings of the banks and of the gateway. */
final class SettingsFile {
    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when it cannot be read, or names a kzpay setting that does not exist
     */
    static Map<String, String> read(Path path) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(path + ": the settings cannot be read", e);
        }
        Map<String, String> values = new HashMap<>();
        for (String name : read.stringPropertyNames()) {
            if (name.startsWith("kzpay.")) {
                try {
                    GatewaySettings.known(name);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(path + ": " + e.getMessage(), e);
                }
                values.put(name, read.getProperty(name));
            }
        }
        return values;
    }
}
