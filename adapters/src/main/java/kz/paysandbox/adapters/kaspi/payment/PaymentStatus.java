package kz.paysandbox.adapters.kaspi.payment;

import java.util.Arrays;

/**
 * The state of a payment ({@code Status}; Annex 4 and 4.6).
 *
 * @param kind what it means; UNKNOWN for a word that the document does not have
 * @param raw the bank's word
 */
public record PaymentStatus(Kind kind, String raw) {
    /** The states that are known. */
    public enum Kind {
        /** The code or link is waiting for the customer. */
        CREATED("QrTokenCreated", false),
        /** The customer has scanned and is deciding. */
        WAIT("Wait", false),
        /** Paid. Final. */
        PROCESSED("Processed", true),
        /** Declined, timed out or failed. Final. */
        ERROR("Error", true),
        /** The invoice is on the customer's phone. */
        REMOTE_CREATED("RemotePaymentCreated", false),
        /** The invoice was withdrawn. Final. */
        REMOTE_CANCELED("RemotePaymentCanceled", true),
        /** A state that this version does not know; never taken for a final one. */
        UNKNOWN("", false);

        private final String word;
        private final boolean terminal;

        Kind(String word, boolean terminal) {
            this.word = word;
            this.terminal = terminal;
        }
    }

    /** Reads the bank's word, whatever it is. */
    public static PaymentStatus of(String raw) {
        return new PaymentStatus(
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.word.equalsIgnoreCase(raw))
                        .findFirst()
                        .orElse(Kind.UNKNOWN),
                raw);
    }

    /** Whether nothing will change any more (конечный). */
    public boolean terminal() {
        return kind.terminal;
    }

    /** Whether the customer has paid. */
    public boolean paid() {
        return kind == Kind.PROCESSED;
    }
}
