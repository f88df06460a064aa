package kz.paysandbox.features.bank;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Settings of a run by the names of {@code sandbox env}: flags above the file, the file above the environment. */
public record Settings(Map<String, String> values) {

    private static final int LAST_PORT = 65_535;

    public Settings {
        values = Map.copyOf(values);
    }

    /**
     * Reads what is given.
     *
     * @throws IllegalArgumentException where the file cannot be read
     */
    public static Settings read(Map<String, String> environment, Optional<Path> file, Map<String, String> flags) {
        Map<String, String> all = new HashMap<>();
        environment.forEach((key, value) -> all.put(key.toUpperCase(Locale.ROOT), value));
        file.ifPresent(path -> {
            Properties read = new Properties();
            try (Reader reader = Files.newBufferedReader(path)) {
                read.load(reader);
            } catch (IOException unreadable) {
                throw new IllegalArgumentException("the settings " + path + " cannot be read", unreadable);
            }
            read.stringPropertyNames().forEach(key -> all.put(key.toUpperCase(Locale.ROOT), read.getProperty(key)));
        });
        flags.forEach((key, value) -> all.put(key.toUpperCase(Locale.ROOT), value));
        return new Settings(all);
    }

    /** A setting; empty where it is absent or blank. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * A port of this machine.
     *
     * @throws IllegalArgumentException where it is absent or no number from 1 to 65535
     */
    public int port(String key) {
        String value = need(key);
        if (!value.matches("[1-9]\\d{0,4}") || Integer.parseInt(value) > LAST_PORT) {
            throw new IllegalArgumentException(key + " must be a port from 1 to 65535, not " + value);
        }
        return Integer.parseInt(value);
    }

    /**
     * A setting that must be there.
     *
     * @throws IllegalArgumentException where it is absent or blank
     */
    public String need(String key) {
        return find(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the setting " + key + " is missing: give it by --set, --settings or the environment"));
    }
}
