package kz.paysandbox.adapters.error;

import java.util.Objects;

/** The bank answered with a refusal of its own: a StatusCode of Kaspi or a reason code of Halyk. Not applied. */
public final class Rejected extends PaymentException {
    private static final long serialVersionUID = 1L;

    private final long code;
    private final String bankMessage;
    private final boolean passing;

    private Rejected(String requestId, long code, String bankMessage, boolean passing) {
        super(requestId, Effect.NONE, "the bank refused with code " + code + ": " + bankMessage, null);
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

    /** A refusal of this very operation. */
    public static Rejected of(String requestId, long code, String bankMessage) {
        return new Rejected(requestId, code, bankMessage, false);
    }

    /** A refusal that means "come back later", such as Kaspi's -999. */
    public static Rejected forNow(String requestId, long code, String bankMessage) {
        return new Rejected(requestId, code, bankMessage, true);
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
