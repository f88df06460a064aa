package kz.paysandbox.adapters.kaspi.payment;

import java.util.Arrays;

/**
 * The state of a refund QR ({@code Status}; Annex 5).
 *
 * @param kind what it means; UNKNOWN for a word that the document does not have
 * @param raw the bank's word
 */
public record RefundScanStatus(Kind kind, String raw) {
    /** The states that are known. */
    public enum Kind {
        /** The code is waiting for the customer. */
        CREATED("QrTokenCreated"),
        /** The customer is known: purchases can be listed and refunded. Final. */
        CUSTOMER_KNOWN("CustomerIdentityObtained"),
        /** Timed out or failed. Final. */
        ERROR("Error"),
        /** A state that this version does not know. */
        UNKNOWN("");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Reads the bank's word, whatever it is. */
    public static RefundScanStatus of(String raw) {
        return new RefundScanStatus(
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.word.equalsIgnoreCase(raw))
                        .findFirst()
                        .orElse(Kind.UNKNOWN),
                raw);
    }
}
