package kz.paysandbox.emulator.control;

import java.util.LinkedHashMap;
import java.util.Map;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.core.settings.Settings;

/** The JSON Schema of {@code sandbox.yaml}, made from the table of settings. */
final class SettingsSchema {

    private SettingsSchema() {}

    static Map<String, Object> of(Settings settings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        settings.all().forEach(value -> properties.put(value.setting().key(), property(value.setting())));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "sandbox.yaml");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        return schema;
    }

    private static Map<String, Object> property(Setting setting) {
        Map<String, Object> property = new LinkedHashMap<>();
        switch (setting.kind()) {
            case TEXT -> property.put("type", "string");
            case NUMBER -> property.put("type", "integer");
            case COUNT, PORT -> {
                property.put("type", "integer");
                property.put("minimum", 0);
                property.put("maximum", setting.kind() == Setting.Kind.PORT ? 65_535 : Integer.MAX_VALUE);
            }
            case DURATION -> {
                property.put("type", "string");
                property.put("format", "duration");
            }
            case CHOICE -> property.put("enum", setting.options());
            case LIST, DURATIONS, OBJECTS -> property.put("type", new String[] {"string", "array"});
        }
        property.put("default", setting.fallback());
        property.put("description", setting.about());
        return property;
    }
}
