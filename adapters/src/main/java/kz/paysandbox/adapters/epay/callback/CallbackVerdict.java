package kz.paysandbox.adapters.epay.callback;

import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Transaction;

/**
 * The judgement on a callback.
 *
 * @param kind what it is
 * @param reason in words, without secrets
 * @param transaction what the bank's status says, when it was asked and answered; act on this, not on the callback
 */
public record CallbackVerdict(Kind kind, String reason, Optional<Transaction> transaction) {
    /** The kinds of callbacks, and how each is answered. */
    public enum Kind {
        /** Genuine and new: act on the transaction. */
        ACCEPTED(200),
        /** Genuine and known: answer kindly, do nothing. */
        DUPLICATE(200),
        /** Genuine, but a later stage is known: answer kindly, do nothing. */
        OUTDATED(200),
        /** It does not fit the shop's order, or is no callback: do nothing, look into it. */
        MISMATCH(400),
        /** The bank could not be asked, or does not confirm it yet: the callback should come again. */
        UNCONFIRMED(503);

        private final int httpStatus;

        Kind(int httpStatus) {
            this.httpStatus = httpStatus;
        }
    }

    /** The HTTP status to answer the bank with; which one makes it repeat a callback is not published. */
    public int httpStatus() {
        return kind.httpStatus;
    }

    static CallbackVerdict of(Kind kind, String reason) {
        return new CallbackVerdict(kind, reason, Optional.empty());
    }
}
