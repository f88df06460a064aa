package kz.paysandbox.adapters.merchant;

import java.util.Locale;

/** What is logged ({@code payment_log.operation}). */
public enum Operation {
    /** A payment was opened, or an invoice made. */
    CREATE,
    /** A state was asked for. */
    STATUS,
    /** Money was given back. */
    REFUND,
    /** An invoice was withdrawn. */
    CANCEL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
