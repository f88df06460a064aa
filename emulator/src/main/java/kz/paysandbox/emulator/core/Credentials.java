package kz.paysandbox.emulator.core;

import java.util.Map;
import java.util.Optional;

/**
 * What callers of one world prove themselves with, by name ({@code kaspi.api-key}). Unique to each world and kept through
 * a reset; never printed.
 */
public record Credentials(Map<String, String> values) {

    public Credentials {
        values = Map.copyOf(values);
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
