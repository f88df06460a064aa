package kz.paysandbox.adapters.merchant;

import java.util.Locale;

/** The kind of a logged operation ({@code payment_log.operation}). */
public enum Operation {
    /** A payment was opened, or an invoice made. */
    CREATE,
    /** A state was asked for, and was another than the last time. */
    STATUS,
    /** Money was given back. */
    REFUND,
    /** An invoice was withdrawn. */
    CANCEL,
    /** A till whose token the bank no longer knew was registered again. */
    REGISTER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Operation of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
