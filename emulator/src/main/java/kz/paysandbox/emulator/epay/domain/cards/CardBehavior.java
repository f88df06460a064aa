package kz.paysandbox.emulator.epay.domain.cards;

import java.util.Optional;
import kz.paysandbox.emulator.epay.domain.codes.Reason;

/** The outcome of paying with a test card. */
public enum CardBehavior {
    OK("ok"),
    THREE_DS("3ds"),
    INSUFFICIENT_FUNDS("insufficient-funds", Reason.INSUFFICIENT_FUNDS),
    EXPIRED("expired", Reason.CARD_EXPIRED),
    DECLINED("declined", Reason.ISSUER_DECLINED),
    LIMIT("limit", Reason.ABOVE_LIMIT),
    STOLEN("stolen", Reason.CARD_STOLEN),
    LOCKED("locked", Reason.CARD_LOCKED);

    private final String label;
    private final Optional<Reason> refusal;

    CardBehavior(String label) {
        this.label = label;
        this.refusal = Optional.empty();
    }

    CardBehavior(String label, Reason refusal) {
        this.label = label;
        this.refusal = Optional.of(refusal);
    }

    /** Public name. */
    public String label() {
        return label;
    }

    /** Why the issuer refuses, where it does. */
    public Optional<Reason> refusal() {
        return refusal;
    }
}
