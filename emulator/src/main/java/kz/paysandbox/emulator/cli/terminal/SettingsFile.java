package kz.paysandbox.emulator.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code sandbox.yaml}: keys nested or dotted, as one likes. */
public final class SettingsFile {

    private SettingsFile() {}

    /**
     * Keys joined by dots, with their values as texts.
     *
     * @throws SettingsException where it cannot be used
     */
    public static Map<String, String> read(Path file) {
        try {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            Map<String, String> settings = new LinkedHashMap<>();
            if (document != null) {
                flatten(file, "", document, settings);
            }
            return settings;
        } catch (NoSuchFileException missing) {
            throw new SettingsException("the settings file " + file + " does not exist");
        } catch (MalformedInputException notText) {
            throw new SettingsException("the settings file " + file + ": this is no UTF-8 text");
        } catch (IOException unreadable) {
            throw new SettingsException("the settings file " + file + " cannot be read: " + unreadable.getMessage());
        } catch (MarkedYAMLException malformed) {
            int line = malformed.getProblemMark() == null
                    ? 0
                    : malformed.getProblemMark().getLine() + 1;
            throw new SettingsException(file + ", line " + line + ": " + malformed.getProblem());
        } catch (YAMLException malformed) {
            throw new SettingsException(file + " is no YAML: " + malformed.getMessage());
        }
    }

    private static String joined(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Lists of objects are kept as they are: {@link kz.paysandbox.emulator.core.settings.Setting.Kind#OBJECTS}. */
    private static String json(List<?> list) {
        try {
            return new ObjectMapper().writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void flatten(Path file, String prefix, Object value, Map<String, String> settings) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (inner != null) {
                    flatten(file, prefix.isEmpty() ? String.valueOf(key) : prefix + "." + key, inner, settings);
                }
            });
        } else if (prefix.isEmpty()) {
            throw new SettingsException(file + " must hold settings as key: value");
        } else if (value instanceof List<?> list) {
            settings.put(prefix, list.stream().anyMatch(Map.class::isInstance) ? json(list) : joined(list));
        } else {
            settings.put(prefix, String.valueOf(value));
        }
    }
}
