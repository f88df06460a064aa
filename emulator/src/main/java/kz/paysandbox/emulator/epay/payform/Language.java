package kz.paysandbox.emulator.epay.payform;

import java.util.Locale;

/** The page's three languages (widget page). */
public enum Language {
    RUS("ru"),
    KAZ("kk"),
    ENG("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** {@code rus}, {@code kaz}, {@code eng}, and the two-letter forms that shops also send; Russian for the rest. */
    public static Language of(String name) {
        String first = name.isEmpty() ? "r" : name.substring(0, 1).toLowerCase(Locale.ROOT);
        return switch (first) {
            case "k" -> KAZ;
            case "e" -> ENG;
            default -> RUS;
        };
    }

    /** For the page's {@code lang}. */
    public String tag() {
        return tag;
    }

    /** Name of the file with its texts. */
    String file() {
        return name().toLowerCase(Locale.ROOT) + ".properties";
    }
}
