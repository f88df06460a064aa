package kz.paysandbox.emulator.epay.domain;

import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;

/**
 * What the merchant wants paid (payment page).
 *
 * @param data the merchant's own JSON text, echoed in the status
 * @param secretHash the merchant's own words, echoed in the callback
 * @param cardSave whether the card is to be kept for {@link Payer#accountId}
 * @param recurrent whether the merchant pays without the customer
 */
public record Order(
        Shop shop,
        String invoiceId,
        String invoiceIdAlt,
        Money amount,
        String currency,
        String description,
        String language,
        Payer payer,
        Links links,
        String data,
        String secretHash,
        boolean cardSave,
        boolean recurrent) {

    /** A check of the card that moves no money (card verification page: amount 0). */
    public boolean isVerification() {
        return amount.equals(Money.ZERO);
    }
}
