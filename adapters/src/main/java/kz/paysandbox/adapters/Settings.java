package kz.paysandbox.adapters;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import kz.paysandbox.adapters.transport.BaseAddress;

/** The settings from three places; a property beats the environment, which beats the file. Values are not shown. */
public final class Settings {
    private final Map<String, String> properties;
    private final Map<String, String> environment;
    private final Map<String, String> file;

    private Settings(Map<String, String> properties, Map<String, String> environment, Map<String, String> file) {
        this.properties = Map.copyOf(properties);
        this.environment = Map.copyOf(environment);
        this.file = Map.copyOf(file);
    }

    /** From one map of properties, such as that of a test's world in the sandbox. */
    public static Settings of(Map<String, String> properties) {
        return of(properties, Map.of());
    }

    /** From maps, for tests and frameworks with settings of their own. */
    public static Settings of(Map<String, String> properties, Map<String, String> environment) {
        return new Settings(properties, environment, Map.of());
    }

    /**
     * From this program's properties and environment, and from the file that {@code kzpay.settings} or
     * {@code KZPAY_SETTINGS} names.
     */
    public static Settings ofProgram() {
        Map<String, String> own = text(System.getProperties());
        Settings settings = of(own, System.getenv());
        String file = own.getOrDefault("kzpay.settings", System.getenv().getOrDefault("KZPAY_SETTINGS", ""));
        return file.isEmpty() ? settings : settings.withFile(Path.of(file));
    }

    /**
     * With a properties file beneath.
     *
     * @throws IllegalArgumentException when it cannot be read or has a kzpay setting that does not exist
     */
    public Settings withFile(Path path) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            read.load(reader);
        } catch (IOException e) {
            throw new IllegalArgumentException(path + ": the settings cannot be read", e);
        }
        Set<String> known =
                Arrays.stream(Setting.values()).map(Setting::property).collect(Collectors.toSet());
        for (String name : read.stringPropertyNames()) {
            if (name.startsWith("kzpay.") && !known.contains(name)) {
                throw new IllegalArgumentException(path + ": there is no setting " + name);
            }
        }
        return new Settings(properties, environment, text(read));
    }

    /** A value, if it is set and not blank. */
    public Optional<String> find(Setting setting) {
        return Optional.ofNullable(properties.get(setting.property()))
                .or(() -> Optional.ofNullable(environment.get(setting.variable())))
                .or(() -> Optional.ofNullable(file.get(setting.property())))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    /** A value that must be set; the message says how. */
    public String require(Setting setting) {
        return find(setting).orElseThrow(() -> missing(setting));
    }

    /**
     * An address, if it is set.
     *
     * @throws IllegalArgumentException when no request could be sent there; the message names the setting
     */
    public Optional<URI> address(Setting setting) {
        return find(setting).map(text -> BaseAddress.parse(setting.property(), text));
    }

    /** An address that must be set. */
    public URI requireAddress(Setting setting) {
        return address(setting).orElseThrow(() -> missing(setting));
    }

    /** A value, or the first line of the file that another setting names. */
    public Optional<String> findOrRead(Setting value, Setting fileOfValue) {
        return find(value).or(() -> find(fileOfValue).map(Path::of).map(Settings::firstLine));
    }

    static IllegalArgumentException missing(Setting setting) {
        return new IllegalArgumentException("the setting " + setting.property() + " is missing; the variable "
                + setting.variable() + " does as well");
    }

    static String firstLine(Path path) {
        try (var lines = Files.lines(path)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(path + ": cannot be read", e);
        }
    }

    private static Map<String, String> text(Properties all) {
        return all.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, all::getProperty));
    }

    @Override
    public String toString() {
        return "Settings[values hidden]";
    }
}
