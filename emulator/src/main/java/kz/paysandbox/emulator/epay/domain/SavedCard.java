package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import kz.paysandbox.emulator.epay.domain.cards.CardSummary;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;

/**
 * A card kept for a customer of a shop (saved cards page).
 *
 * @param number in the world's sequence
 * @param payment the transaction that saved it
 * @param active whether it can be paid with
 */
public record SavedCard(
        String id,
        long number,
        Shop shop,
        String accountId,
        CardSummary face,
        Payment payment,
        Instant created,
        boolean active) {

    private static final long OBJECTS = 300;

    /** What it takes of the heap with the payment, which it keeps alive, about. */
    long bytes() {
        return OBJECTS + payment.bytes();
    }

    SavedCard off() {
        return new SavedCard(id, number, shop, accountId, face, payment, created, false);
    }
}
