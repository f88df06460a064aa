package kz.paysandbox.emulator.epay.domain.codes;

/**
 * Why something was refused, as a meaning. Where nobody outside the bank knows the code of a meaning, the code is our
 * assumption and has a name under {@code epay.code.}, by which it can be set to another.
 */
public enum Reason {
    INSUFFICIENT_FUNDS(484),
    CARD_EXPIRED(478),
    ISSUER_DECLINED(462),
    ABOVE_LIMIT(488),
    CARD_STOLEN(483),
    CARD_LOCKED(465),
    DESCRIPTION_TOO_LONG(3298),
    /** Operation pages: {@code 400.x} with code 100. */
    WRONG_STATE(100),
    REFUND_AMOUNT(100, "refund-amount", "a refund below 10 KZT, above what is left, or of a malformed amount"),
    CHARGE_AMOUNT(100, "charge-amount", "a charge of nothing, of more than was blocked, or of two different amounts"),
    SAME_EXTERNAL_ID(100, "same-external-id", "a refund with the externalID of an earlier one"),
    REFUND_WINDOW(100, "refund-window", "a refund after epay.refund.window"),
    TRANSACTION_UNKNOWN(100, "transaction-unknown", "an operation on a transaction that this client does not have"),
    NO_SAVED_CARDS(1373),
    CRYPTOGRAM(1565, "cryptogram", "a cryptogram that the key does not open, or that holds no card"),
    TERMINAL(464, "terminal", "a cryptogram, request or token for another terminal than the token's client has"),
    CARD_NUMBER(471, "card-number", "a card number that is none"),
    CARD_EXPIRY(457, "card-expiry", "an expiry that is none, or is past"),
    CARD_DATA(486, "card-data", "a CVC that is not the test card's"),
    CARD_UNKNOWN(522, "card-unknown", "a card that is neither a test card nor a saved one"),
    AMOUNT(469, "amount", "an amount or currency that is malformed, or is not the token's"),
    ZERO_AMOUNT(470, "zero-amount", "a payment of nothing that is no card verification"),
    INVOICE(469, "invoice", "an invoiceId that is not the token's, or is malformed at level strict"),
    INVOICE_TAKEN(100, "invoice-taken", "an invoiceId that was paid, or is being paid"),
    THREE_DS_FAILED(499, "3ds-failed", "3-D Secure: the code was wrong three times, or the customer gave up"),
    THREE_DS_TIMEOUT(455, "3ds-timeout", "3-D Secure: the customer did nothing until the time was up"),
    MALFORMED(1565, "malformed", "a request that cannot be read, or lacks a field"),
    /** What the sandbox leaves out, answered with HTTP 501. */
    NOT_EMULATED(501),
    SANDBOX_FULL(456, "sandbox-full", "the sandbox's own limit of payments, cards or cryptograms is reached");

    private final int code;
    private final String assumption;
    private final String about;

    Reason(int code) {
        this(code, "", "");
    }

    Reason(int code, String assumption, String about) {
        this.code = code;
        this.assumption = assumption;
        this.about = about;
    }

    /** The documented code, or the assumed one's default. */
    public int code() {
        return code;
    }

    public boolean isAssumed() {
        return !assumption.isEmpty();
    }

    /** The key of the setting that holds the code; only where the code is assumed. */
    public String setting() {
        return "epay.code." + assumption;
    }

    /** What is assumed, in a few words. */
    public String about() {
        return about;
    }
}
