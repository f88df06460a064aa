package kz.paysandbox.emulator.core.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The named values of one request: body, query and path together, found without regard to the case of their names. */
public final class Fields {

    /** A name as it was spelled, with its value. */
    public record NamedScalar(String name, Scalar value) {}

    public static final Fields NONE = new Fields(Map.of(), List.of());

    private final Map<String, NamedScalar> byFoldedName;
    private final List<String> repeated;

    private Fields(Map<String, NamedScalar> byFoldedName, List<String> repeated) {
        this.byFoldedName = byFoldedName;
        this.repeated = List.copyOf(repeated);
    }

    /** Of several values with one name the last one counts. */
    public static Fields of(Map<String, Scalar> values) {
        return of(values, List.of());
    }

    /**
     * With what is known of names that stood in one body more than once.
     *
     * @param repeated as they were spelled the last time
     */
    public static Fields of(Map<String, Scalar> values, List<String> repeated) {
        Map<String, NamedScalar> folded = new LinkedHashMap<>();
        values.forEach((name, value) -> folded.put(fold(name), new NamedScalar(name, value)));
        return new Fields(folded, repeated);
    }

    /** The same values, with nothing said of names that stood more than once: that is told once. */
    public Fields onceTold() {
        return repeated.isEmpty() ? this : new Fields(byFoldedName, List.of());
    }

    public Optional<NamedScalar> find(String name) {
        return Optional.ofNullable(byFoldedName.get(fold(name)));
    }

    /** All names, as they were spelled the last time. */
    public List<String> names() {
        return byFoldedName.values().stream().map(NamedScalar::name).toList();
    }

    /** Names that stood in one body more than once, in whatever case. */
    public List<String> repeated() {
        return repeated;
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
