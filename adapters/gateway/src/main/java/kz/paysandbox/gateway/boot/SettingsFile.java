package kz.paysandbox.gateway.boot;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import kz.paysandbox.adapters.Setting;

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
                known(path, name);
                values.put(name, read.getProperty(name));
            }
        }
        return values;
    }

    private static void known(Path path, String name) {
        Stream<String> banks = Arrays.stream(Setting.values()).map(Setting::property);
        Stream<String> own = Arrays.stream(GatewaySetting.values()).map(GatewaySetting::property);
        if (Stream.concat(banks, own).noneMatch(name::equals)) {
            Stream<String> all = Stream.concat(
                    Arrays.stream(Setting.values()).map(Setting::property),
                    Arrays.stream(GatewaySetting.values()).map(GatewaySetting::property));
            throw new IllegalArgumentException(path + ": there is no setting " + name
                    + Nearest.of(name, all)
                            .map(near -> "; did you mean " + near + "?")
                            .orElse(""));
        }
    }
}
