package kz.paysandbox.gateway.payment;

import java.util.Locale;

/** The state of a payment as shops see it, whatever the bank calls it. */
public enum ServiceStatus {
    /** Made; the customer has not begun. */
    PENDING,
    /** The customer is on his way, or the money is held. */
    PROCESSING,
    /** Paid; a part may have been refunded. */
    COMPLETED,
    /** Declined or failed. */
    FAILED,
    /** Withdrawn by the shop, or a hold that was released. */
    CANCELLED,
    /** Paid, and all of it refunded. */
    REFUNDED,
    /** Not paid in its time, as the bank confirmed. */
    EXPIRED;

    /** As answers and tables have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of a word.
     *
     * @throws IllegalArgumentException when it is none of {@link #word}
     */
    public static ServiceStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the customer may still pay in the usual course. */
    public boolean open() {
        return this == PENDING || this == PROCESSING;
    }

    /** Whether the money was taken; a part of it, or all, may have been given back. */
    public boolean paid() {
        return this == COMPLETED || this == REFUNDED;
    }

    /** Whether it ended without money; money that the bank shows later completes it all the same. */
    public boolean unpaid() {
        return this == FAILED || this == CANCELLED || this == EXPIRED;
    }
}
