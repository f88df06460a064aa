package kz.paysandbox.emulator.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The credentials of one world's callers, by name ({@code toy.api-key}). Unique to each world and kept through
 * a reset; never printed.
 */
public record Credentials(Map<String, String> values) {

    public Credentials {
        values = Map.copyOf(values);
    }

    /** The same with other values for some of the names. */
    public Credentials with(Map<String, String> chosen) {
        Map<String, String> merged = new HashMap<>(values);
        merged.putAll(chosen);
        return new Credentials(merged);
    }

    /** The value of a name that the world's maker has given. */
    public String value(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalStateException("this world has no credential " + name));
    }

    @Override
    public String toString() {
        return "Credentials" + values.keySet();
    }
}
