package kz.paysandbox.adapters.error;

import java.util.Objects;

/**
 * An answer with a code of the bank's own: a StatusCode of Kaspi or a reason code of Halyk. Its effect is NONE where
 * the bank's document explains the code as a refusal, and POSSIBLE where the code is explained as a fault of the
 * system, or not at all.
 */
public final class Rejected extends PaymentException {
    private static final long serialVersionUID = 1L;

    private final long code;
    private final String bankMessage;
    private final boolean passing;

    private Rejected(String requestId, Effect effect, long code, String bankMessage, boolean passing) {
        super(
                requestId,
                effect,
                "the bank " + (effect == Effect.NONE ? "refused" : "answered") + " with code " + code + ": "
                        + bankMessage,
                null);
        this.code = code;
        this.bankMessage = Objects.requireNonNull(bankMessage);
        this.passing = passing;
    }

    private Rejected(Rejected failure, String finding) {
        super(failure, failure.effect(), finding);
        this.code = failure.code;
        this.bankMessage = failure.bankMessage;
        this.passing = failure.passing;
    }

    /** A refusal of this very operation, by a code that the document explains so. Not applied. */
    public static Rejected of(String requestId, long code, String bankMessage) {
        return new Rejected(requestId, Effect.NONE, code, bankMessage, false);
    }

    /** A code that means "come back later", such as Kaspi's -999: it does not say what became of this call. */
    public static Rejected forNow(String requestId, long code, String bankMessage) {
        return new Rejected(requestId, Effect.POSSIBLE, code, bankMessage, true);
    }

    /** A code that the document does not explain as a refusal: it does not say what became of this call. */
    public static Rejected unexplained(String requestId, long code, String bankMessage) {
        return new Rejected(requestId, Effect.POSSIBLE, code, bankMessage, false);
    }

    /** The bank's code as sent, known to the catalogue or not. */
    public long code() {
        return code;
    }

    /** The bank's words, empty when it sent none. */
    public String bankMessage() {
        return bankMessage;
    }

    @Override
    public Rejected withFinding(String found) {
        return new Rejected(this, found);
    }

    @Override
    public boolean passing() {
        return passing;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.rejected().apply(this);
    }
}
