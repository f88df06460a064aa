package kz.paysandbox.emulator.core.settings;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.DurationText;
import kz.paysandbox.emulator.core.settings.Settings.Source;
import kz.paysandbox.emulator.core.settings.Settings.Value;

/**
 * A reader of the settings in force: flags before environment before file before defaults. Unknown names are refused.
 */
public final class SettingsReader {

    /** Variables of the same prefix that the sandbox prints for applications, or the launcher or sandbox-junit reads. */
    private static final Set<String> NOT_SETTINGS = Set.of(
            "SANDBOX_CONTROL_URL",
            "SANDBOX_CONTROL_TOKEN",
            "SANDBOX_JAVA_OPTS",
            "SANDBOX_LANG",
            "SANDBOX_ARCHIVE",
            "SANDBOX_JAR",
            "SANDBOX_JAVA",
            "SANDBOX_CACHE",
            "SANDBOX_CONTROL",
            "SANDBOX_TOKEN_FILE",
            "SANDBOX_WORLD");

    private final Map<String, Setting> byKey;
    private final Map<String, Setting> byVariable;

    public SettingsReader(List<Setting> table) {
        byKey = index(table, Setting::key);
        byVariable = index(table, Setting::variable);
    }

    /**
     * Settles the values, or says in one sentence what is wrong, where, and what was perhaps meant.
     *
     * @param flags by key
     * @param environment the whole environment; only {@code SANDBOX_…} is looked at
     * @param file by key
     */
    public Outcome<Settings, String> read(
            Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
        Map<String, Value> values = new LinkedHashMap<>();
        byKey.values()
                .forEach(setting -> values.put(setting.key(), new Value(setting, setting.fallback(), Source.DEFAULT)));
        Map<String, String> variables = environment.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("SANDBOX_") && !NOT_SETTINGS.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Optional<String> problem = take(values, file, byKey, Source.FILE)
                .or(() -> take(values, variables, byVariable, Source.ENVIRONMENT))
                .or(() -> take(values, flags, byKey, Source.FLAG));
        return problem.<Outcome<Settings, String>>map(Outcome::refused)
                .orElseGet(() -> Outcome.ok(new Settings(values)));
    }

    private static Optional<String> take(
            Map<String, Value> values, Map<String, String> given, Map<String, Setting> names, Source source) {
        for (Map.Entry<String, String> entry : given.entrySet()) {
            Setting setting = names.get(entry.getKey());
            if (setting == null) {
                return Optional.of("unknown setting " + entry.getKey() + " in the " + words(source)
                        + Suggestion.of(entry.getKey(), names.keySet())
                                .map(near -> "; did you mean " + near + "?")
                                .orElse(""));
            }
            Optional<String> wrong = wrong(setting, entry.getValue());
            if (wrong.isPresent()) {
                return Optional.of(entry.getKey() + " in the " + words(source) + " " + wrong.get());
            }
            values.put(
                    setting.key(),
                    new Value(setting, kept(setting, entry.getValue().strip()), source));
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(Setting setting, String text) {
        boolean fits = switch (setting.kind()) {
            case TEXT, LIST, OBJECTS -> true;
            case NUMBER -> text.strip().matches("-?\\d{1,18}");
            case COUNT -> isUpTo(Integer.MAX_VALUE, text.strip());
            case PORT -> isUpTo(65_535, text.strip());
            case DURATION -> isDuration(text.strip());
            case DURATIONS -> areDurations(text);
            case CHOICE -> setting.options().contains(text.strip());
        };
        String expected = setting.kind() == Setting.Kind.CHOICE
                ? "one of " + String.join(", ", setting.options())
                : setting.kind().words();
        return fits ? Optional.empty() : Optional.of("must be " + expected + ", but is '" + text + "'");
    }

    private static boolean isUpTo(int most, String text) {
        return text.matches("\\d{1,10}") && Long.parseLong(text) <= most;
    }

    private static boolean isDuration(String text) {
        return DurationText.read(text)
                .filter(duration -> !duration.isNegative())
                .isPresent();
    }

    /** Durations in ISO 8601, whatever they were typed in. */
    private static String kept(Setting setting, String text) {
        return switch (setting.kind()) {
            case DURATION -> DurationText.iso(text).orElse(text);
            case DURATIONS ->
                Arrays.stream(text.split(",", -1))
                        .map(part -> DurationText.iso(part.strip()).orElse(part.strip()))
                        .collect(Collectors.joining(","));
            case TEXT, NUMBER, COUNT, PORT, CHOICE, LIST, OBJECTS -> text;
        };
    }

    private static boolean areDurations(String text) {
        return text.isBlank() || Arrays.stream(text.split(",", -1)).allMatch(part -> isDuration(part.strip()));
    }

    private static Map<String, Setting> index(List<Setting> table, Function<Setting, String> key) {
        return table.stream()
                .collect(Collectors.toMap(key, setting -> setting, (first, second) -> first, LinkedHashMap::new));
    }

    private static String words(Source source) {
        return switch (source) {
            case FLAG -> "flags";
            case ENVIRONMENT -> "environment";
            case FILE -> "file";
            case DEFAULT -> "defaults";
        };
    }
}
