package kz.paysandbox.gateway.payment;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * What the customer needs to pay, as the bank gave it.
 *
 * @param what the link, or the text of the QR code
 * @param expiresAt until when it may be opened or scanned ({@code ExpireDate})
 */
public record HandedOut(String what, Instant expiresAt) {
    /** Reads {@link #text}. */
    public static HandedOut parse(String text) {
        int end = text.indexOf(' ');
        return new HandedOut(
                text.substring(end + 1),
                OffsetDateTime.parse(text.substring(0, end)).toInstant());
    }

    /** As the table has it: the end, a space, and what is handed out. */
    public String text() {
        return expireDate() + " " + what;
    }

    /** The end as the bank writes it: {@code 2027-01-15T12:03:00.000+05:00}. */
    public String expireDate() {
        return BankTime.text(expiresAt);
    }

    @Override
    public String toString() {
        return "HandedOut[" + expireDate() + "]";
    }
}
