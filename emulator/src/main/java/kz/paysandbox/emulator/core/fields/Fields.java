package kz.paysandbox.emulator.core.fields;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The named values of one request: body, query and path together, found without regard to the case of their names. */
public final class Fields {

    /** A name as it was spelled, with its value. */
    public record Given(String name, Scalar value) {}

    public static final Fields NONE = new Fields(Map.of());

    private final Map<String, Given> byFoldedName;

    private Fields(Map<String, Given> byFoldedName) {
        this.byFoldedName = byFoldedName;
    }

    /** Of several values with one name the last one counts. */
    public static Fields of(Map<String, Scalar> values) {
        Map<String, Given> folded = new LinkedHashMap<>();
        values.forEach((name, value) -> folded.put(fold(name), new Given(name, value)));
        return new Fields(folded);
    }

    public Optional<Given> find(String name) {
        return Optional.ofNullable(byFoldedName.get(fold(name)));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
