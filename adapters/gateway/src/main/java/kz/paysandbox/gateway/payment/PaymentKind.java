package kz.paysandbox.gateway.payment;

import java.util.Locale;

/** The way a customer is asked for money. */
public enum PaymentKind {
    /** An invoice on the customer's phone (Kaspi 4.6.2). Its status may not be asked on a timer (4.6). */
    INVOICE(Provider.KASPI),
    /** A link to the Kaspi app (4.3.2). */
    LINK(Provider.KASPI),
    /** A QR code (4.3.1). */
    QR(Provider.KASPI),
    /** The hosted page or widget of Halyk. */
    WIDGET(Provider.EPAY),
    /** A card that the customer saved before. */
    SAVED_CARD(Provider.EPAY);

    private final Provider provider;

    PaymentKind(Provider provider) {
        this.provider = provider;
    }

    /** The bank that takes the money. */
    public Provider provider() {
        return provider;
    }

    /** As tables and answers have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a word.
     *
     * @throws IllegalArgumentException when it is none of {@link #word}
     */
    public static PaymentKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
