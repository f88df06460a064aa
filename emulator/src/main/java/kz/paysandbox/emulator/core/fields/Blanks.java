package kz.paysandbox.emulator.core.fields;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kz.paysandbox.emulator.core.fields.Deviation.Kind;

/**
 * A search for values with blanks or line breaks around them, as {@code client_secret=...%0A} of a file's last line.
 */
public final class Blanks {

    private static final int LONGEST_NAME = 40;

    private Blanks() {}

    /**
     * Looks at the texts of one request; numbers and empty texts are judged where they are read.
     *
     * @param freely names whose values people write, in lower case
     */
    public static List<Deviation> around(Map<String, Scalar> values, Set<String> freely) {
        return values.entrySet().stream()
                .filter(entry -> isText(entry.getValue()) && !freely.contains(lower(entry.getKey())))
                .filter(entry -> !entry.getValue().text().isBlank())
                .filter(entry ->
                        !entry.getValue().text().strip().equals(entry.getValue().text()))
                .map(entry -> new Deviation(Kind.BLANKS, shown(entry.getKey()) + " has blanks around its value"))
                .toList();
    }

    private static boolean isText(Scalar value) {
        return value.type() == Scalar.Type.PARAMETER
                || (value.type() == Scalar.Type.STRING && !value.text().strip().matches("[+-]?[0-9.]+"));
    }

    private static String lower(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String shown(String name) {
        return name.length() <= LONGEST_NAME ? name : "a name of " + name.length() + " characters";
    }
}
