package kz.paysandbox.gateway.boot;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.adapters.Setting;
import kz.paysandbox.adapters.money.Assumption;

/**
 * The gateway's settings and the banks'. A word of the command line beats a property, which beats the environment, which
 * beats the file that {@code kzpay.settings} names. All values are checked when they are read. None is shown.
 */
public final class GatewaySettings {
    private static final String BANKS = "kzpay.";
    private static final String FILE = "kzpay.settings";
    private static final String VARIABLES = "KZPAY_";
    private static final String FILE_VARIABLE = "KZPAY_SETTINGS";

    private final Map<String, String> values;

    private GatewaySettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Reads the settings of the whole program.
     *
     * @param options of the command line, by the properties' names
     * @throws IllegalArgumentException when there is no such setting, or a value is none; the message says what is meant
     */
    public static GatewaySettings read(
            Map<String, String> options, Map<String, String> properties, Map<String, String> environment) {
        Map<String, String> read = new HashMap<>();
        String file = properties.getOrDefault(FILE, environment.getOrDefault(FILE_VARIABLE, ""));
        if (!file.isBlank()) {
            read.putAll(SettingsFile.read(Path.of(file.strip())));
        }
        environment.forEach((name, value) -> variable(name).ifPresent(property -> read.put(property, value)));
        properties.keySet().forEach(GatewaySettings::known);
        Stream.of(properties, options)
                .flatMap(source -> source.entrySet().stream())
                .filter(entry ->
                        entry.getKey().startsWith(BANKS) && !entry.getKey().equals(FILE))
                .forEach(entry -> read.put(entry.getKey(), entry.getValue()));
        return of(read);
    }

    /**
     * From one map by the properties' names.
     *
     * @throws IllegalArgumentException as {@link #read}
     */
    public static GatewaySettings of(Map<String, String> properties) {
        properties.forEach(GatewaySettings::check);
        return new GatewaySettings(properties);
    }

    private static void check(String name, String value) {
        known(name);
        Optional<GatewaySetting> setting = GatewaySetting.ofProperty(name);
        if (setting.isPresent() && !value.isBlank()) {
            try {
                setting.get().kind().check(value.strip());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }
    }

    /** Refuses a name that begins as the banks' and the gateway's do, and is none of them. */
    static void known(String name) {
        if (name.startsWith(BANKS) && !name.equals(FILE) && properties().noneMatch(name::equals)) {
            throw unknown(name, properties());
        }
    }

    private static Stream<String> properties() {
        return Stream.concat(
                Arrays.stream(Setting.values()).map(Setting::property),
                Arrays.stream(GatewaySetting.values()).map(GatewaySetting::property));
    }

    private static Optional<String> variable(String name) {
        if (!name.startsWith(VARIABLES) || name.equals(FILE_VARIABLE)) {
            return Optional.empty();
        }
        Optional<String> property = GatewaySetting.ofVariable(name)
                .map(GatewaySetting::property)
                .or(() -> Arrays.stream(Setting.values())
                        .filter(setting -> setting.variable().equals(name))
                        .map(Setting::property)
                        .findFirst());
        if (property.isEmpty()) {
            throw unknown(
                    name,
                    Stream.concat(
                            Arrays.stream(Setting.values()).map(Setting::variable),
                            Arrays.stream(GatewaySetting.values()).map(GatewaySetting::variable)));
        }
        return property;
    }

    private static IllegalArgumentException unknown(String name, Stream<String> names) {
        return new IllegalArgumentException("there is no setting " + name
                + Nearest.of(name, names)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(""));
    }

    /** A value, set or usual; empty where there is neither. */
    public Optional<String> find(GatewaySetting setting) {
        return Optional.of(values.getOrDefault(setting.property(), ""))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .or(() -> Optional.of(setting.usual()).filter(value -> !value.isEmpty()));
    }

    private String need(GatewaySetting setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalArgumentException("the setting " + setting.property() + " is missing"));
    }

    /** A span of time. */
    public Duration span(GatewaySetting setting) {
        return Spans.parse(need(setting));
    }

    /** Spans of time, at least one. */
    public List<Duration> spans(GatewaySetting setting) {
        return SettingKind.spans(need(setting));
    }

    /** A whole number. */
    public int number(GatewaySetting setting) {
        return SettingKind.number(need(setting));
    }

    /** A yes or no. */
    public boolean flag(GatewaySetting setting) {
        return SettingKind.flag(need(setting));
    }

    /** Words; none where it is not set. */
    public List<String> words(GatewaySetting setting) {
        return find(setting).map(SettingKind::words).orElse(List.of());
    }

    /** An address on the web. */
    public Optional<URI> url(GatewaySetting setting) {
        return find(setting).map(SettingKind::url);
    }

    /** An address to listen on. */
    public Optional<ListenAddress> listener(GatewaySetting setting) {
        return find(setting).map(ListenAddress::parse);
    }

    /** A file or folder. */
    public Optional<Path> path(GatewaySetting setting) {
        return find(setting).map(Path::of);
    }

    /** The folder of the gateway's files. */
    public Path data() {
        return Path.of(need(GatewaySetting.DATA));
    }

    /** The file of the first admin token. */
    public Path adminTokenFile() {
        return path(GatewaySetting.ADMIN_TOKEN_FILE).orElseGet(() -> data().resolve("admin-token"));
    }

    /** What the end of a lost refund is judged by. */
    public List<Assumption> assumptions() {
        return SettingKind.assumptions(need(GatewaySetting.SETTLE_ASSUME));
    }

    /** A value, or the first line of the file that another setting names. */
    public Optional<String> secret(GatewaySetting value, GatewaySetting file) {
        return find(value).or(() -> path(file).map(GatewaySettings::firstLine));
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read", e);
        }
    }

    /** The banks' settings, as they were set. */
    Map<String, String> banks() {
        Map<String, String> banks = new HashMap<>(values);
        banks.keySet().removeIf(GatewaySetting::isNamed);
        return banks;
    }

    @Override
    public String toString() {
        return "GatewaySettings[values hidden]";
    }
}
