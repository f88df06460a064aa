package kz.paysandbox.adapters;

import java.util.Arrays;
import java.util.Locale;

/** The servers that answer the calls ({@code kzpay.backend}). */
public enum Backend {
    /** A running sandbox, found by its ports file. */
    EMULATOR,
    /** The bank's test stand. */
    TEST,
    /** The bank, with real money. */
    PRODUCTION,
    /** Hosts that the settings name. */
    CUSTOM;

    /** Reads the word of a setting. */
    public static Backend parse(String word) {
        return Arrays.stream(values())
                .filter(backend -> backend.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kzpay.backend is '" + word + "', not one of "
                        + Arrays.toString(values()).toLowerCase(Locale.ROOT)));
    }
}
