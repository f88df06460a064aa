package kz.paysandbox.emulator.core.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The values in force, each with its source. All were checked when this was made, so reading them cannot fail. */
public final class Settings {

    /** Where a value came from, strongest first. */
    public enum Source {
        FLAG,
        ENVIRONMENT,
        FILE,
        DEFAULT
    }

    /** A value in force. */
    public record Value(Setting setting, String text, Source source) {

        private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&]*");

        /** As it may be shown: a password in an address is left out. */
        public String shown() {
            return PASSWORD.matcher(text).replaceAll("$1...");
        }
    }

    private final Map<String, Value> values;

    Settings(Map<String, Value> values) {
        this.values = Map.copyOf(values);
    }

    /** The defaults of these settings. */
    public static Settings defaults(List<Setting> table) {
        Map<String, Value> values = new LinkedHashMap<>();
        table.forEach(setting -> values.put(setting.key(), new Value(setting, setting.fallback(), Source.DEFAULT)));
        return new Settings(values);
    }

    /** With other values, which were checked as these were. */
    public Settings with(Map<String, String> texts) {
        Map<String, Value> changed = new LinkedHashMap<>(values);
        texts.forEach((key, text) -> changed.put(key, new Value(value(key).setting(), text, Source.FLAG)));
        return new Settings(changed);
    }

    public String text(String key) {
        return value(key).text();
    }

    /** As it may be shown: a password in an address is left out. */
    public String shown(String key) {
        return value(key).shown();
    }

    public long number(String key) {
        return Long.parseLong(text(key));
    }

    public int smallNumber(String key) {
        return Math.toIntExact(number(key));
    }

    public Duration duration(String key) {
        return Duration.parse(text(key));
    }

    public List<String> list(String key) {
        return Arrays.stream(text(key).split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public boolean is(String key, String option) {
        return text(key).equals(option);
    }

    public boolean isDefault(String key) {
        return value(key).source() == Source.DEFAULT;
    }

    /** In the order of their keys. */
    public List<Value> all() {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private Value value(String key) {
        Value value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no setting " + key);
        }
        return value;
    }
}
