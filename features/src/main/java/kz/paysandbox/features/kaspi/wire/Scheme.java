package kz.paysandbox.features.kaspi.wire;

import java.util.Locale;

/** The bank's three integration schemes (chapters 2, 3 and 4). */
public enum Scheme {
    R1,
    R2,
    R3;

    /** As in paths. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scheme of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
