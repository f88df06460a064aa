package kz.paysandbox.adapters.merchant.callback;

/**
 * The answer to the bank.
 *
 * @param httpStatus 200 once the callback is stored, whatever becomes of it; 400 where it does not fit the shop's order;
 *     503 where it cannot be taken now
 * @param reason in words, without secrets
 */
public record Receipt(int httpStatus, String reason) {
    private static final int OK = 200;
    private static final int MISMATCH = 400;
    private static final int LATER = 503;

    static Receipt stored(String reason) {
        return new Receipt(OK, reason);
    }

    static Receipt mismatch(String reason) {
        return new Receipt(MISMATCH, reason);
    }

    static Receipt later(String reason) {
        return new Receipt(LATER, reason);
    }
}
