package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.DurationText;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.core.settings.Settings;

/** The JSON Schema of {@code sandbox.yaml}, made from the table of settings. */
public record SettingsSchema(
        @JsonProperty("$schema") String dialect,
        String title,
        String type,
        boolean additionalProperties,
        Map<String, Property> properties) {

    /** What one setting may be, in the words of JSON Schema. */
    public record Property(
            @JsonProperty("enum") Optional<List<String>> options,
            Optional<?> type,
            Optional<Integer> minimum,
            Optional<Integer> maximum,
            Optional<String> pattern,
            @JsonProperty("default") String fallback,
            String description) {

        static Property of(Setting setting) {
            Setting.Kind kind = setting.kind();
            boolean counts = kind == Setting.Kind.COUNT || kind == Setting.Kind.PORT;
            return new Property(
                    Optional.of(setting.options()).filter(options -> kind == Setting.Kind.CHOICE),
                    typeOf(kind),
                    counts ? Optional.of(0) : Optional.empty(),
                    counts ? Optional.of(kind == Setting.Kind.PORT ? 65_535 : Integer.MAX_VALUE) : Optional.empty(),
                    kind == Setting.Kind.DURATION ? Optional.of(DurationText.PATTERN) : Optional.empty(),
                    setting.fallback(),
                    setting.about());
        }

        private static Optional<?> typeOf(Setting.Kind kind) {
            return switch (kind) {
                case TEXT, DURATION -> Optional.of("string");
                case NUMBER, COUNT, PORT -> Optional.of("integer");
                case CHOICE -> Optional.empty();
                case LIST, DURATIONS, OBJECTS -> Optional.of(List.of("string", "array"));
            };
        }
    }

    public static SettingsSchema of(Settings settings) {
        Map<String, Property> properties = new LinkedHashMap<>();
        settings.all().forEach(value -> properties.put(value.setting().key(), Property.of(value.setting())));
        return new SettingsSchema(
                "https://json-schema.org/draft/2020-12/schema", "sandbox.yaml", "object", false, properties);
    }
}
