package kz.paysandbox.gateway.payment;

import java.util.Locale;

/** The bank that takes the money. */
public enum Provider {
    /** Kaspi Pay, scheme r3. */
    KASPI,
    /** Halyk ePay. */
    EPAY;

    /** As tables and answers have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
