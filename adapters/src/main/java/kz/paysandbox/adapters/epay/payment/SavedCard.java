package kz.paysandbox.adapters.epay.payment;

import java.util.Optional;

/**
 * A card that a customer keeps with the shop.
 *
 * @param id for {@code paySavedCard} ({@code ID})
 * @param mask {@code CardMask}
 * @param usable whether it can be paid with ({@code PaymentAvailable})
 * @param transactionId the payment that saved it, if shown
 */
public record SavedCard(String id, String mask, boolean usable, Optional<String> transactionId) {
    /** Without the id, which pays, and the mask. */
    @Override
    public String toString() {
        return "SavedCard[hidden, " + (usable ? "usable]" : "not usable]");
    }
}
