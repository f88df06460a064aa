package kz.paysandbox.adapters.epay.payment;

import java.util.Arrays;

/**
 * The state of a transaction ({@code statusName}).
 *
 * @param kind what it means; UNKNOWN for a word not seen before
 * @param raw the bank's word
 */
public record TransactionState(Kind kind, String raw) {
    /** The states that are known, and how far along each is. */
    public enum Kind {
        /** Begun. */
        NEW("NEW", 0),
        /** The customer's bank is asking. */
        THREE_D("3D", 1),
        /** Checks before the question. */
        FINGERPRINT("FINGERPRINT", 1),
        /** The amount is held: charge or cancel it. */
        AUTH("AUTH", 2),
        /** The card was verified without money. */
        VERIFIED("VERIFIED", 3),
        /** Paid. */
        CHARGE("CHARGE", 3),
        /** Declined. */
        REJECT("REJECT", 3),
        /** Failed. */
        FAILED("FAILED", 3),
        /** The hold was released. */
        CANCEL("CANCEL", 4),
        /** The hold ran out. */
        CANCEL_OLD("CANCEL_OLD", 4),
        /** Paid and given back. */
        REFUND("REFUND", 4),
        /** A state that this version does not know; never taken for a final one. */
        UNKNOWN("", 0);

        private final String word;
        private final int stage;

        Kind(String word, int stage) {
            this.word = word;
            this.stage = stage;
        }

        /** How far along: a later callback with an earlier stage is outdated. */
        public int stage() {
            return stage;
        }
    }

    /** Reads the bank's word, whatever it is. */
    public static TransactionState of(String raw) {
        return new TransactionState(
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.word.equalsIgnoreCase(raw))
                        .findFirst()
                        .orElse(Kind.UNKNOWN),
                raw);
    }

    /** Whether the customer's money is held or taken. */
    public boolean successful() {
        return kind == Kind.AUTH || kind == Kind.CHARGE || kind == Kind.VERIFIED;
    }

    /** Whether the customer may still be on his way. */
    public boolean pending() {
        return kind == Kind.NEW || kind == Kind.THREE_D || kind == Kind.FINGERPRINT || kind == Kind.UNKNOWN;
    }
}
