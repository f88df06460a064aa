package kz.paysandbox.adapters.merchant;

import java.util.Locale;
import kz.paysandbox.adapters.money.Settlement;

/** The state of a logged operation ({@code payment_log.status}). */
public enum LineState {
    /** Written before the call; if it stays, the program never came back to it. */
    STARTED,
    /** The bank carried it out. */
    APPLIED,
    /** It was certainly not carried out. */
    NOT_APPLIED,
    /** Nobody knows yet. */
    UNKNOWN,
    /** A state could not be read. */
    FAILED;

    static LineState of(Settlement settlement) {
        return valueOf(settlement.name());
    }

    static LineState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody has to look what became of it. */
    public boolean unsettled() {
        return this == STARTED || this == UNKNOWN;
    }
}
