package kz.paysandbox.features.kaspi.driver;

import java.util.Locale;

/** The bank's own test hooks that play the customer (chapter 5). */
public enum TestHook {
    SCAN,
    CONFIRM,
    SCANERROR,
    CONFIRMERROR;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
