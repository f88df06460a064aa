package kz.paysandbox.emulator.epay.domain;

import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;

/**
 * An order: what the merchant wants paid (payment page).
 *
 * @param cardSave whether the card is to be kept for {@link Payer#accountId}
 * @param recurrent whether the merchant pays without the customer
 */
public record Order(
        Shop shop, Invoice invoice, Words words, Payer payer, Links links, boolean cardSave, boolean recurrent) {

    /**
     * What is paid for.
     *
     * @param alternative the merchant's second number for it; empty for none
     */
    public record Invoice(String id, String alternative, Money amount, String currency) {}

    /**
     * The merchant's own words.
     *
     * @param language of the payment page
     * @param data JSON text, echoed in the status
     * @param secretHash echoed in the callback
     */
    public record Words(String description, String language, String data, String secretHash) {
        int length() {
            return description.length() + language.length() + data.length() + secretHash.length();
        }
    }

    private static final long OBJECTS = 450;

    /** What it takes of the heap, about: the texts, and so much for the objects around them. */
    long bytes() {
        return OBJECTS
                + 2L
                        * (invoice.id.length()
                                + invoice.alternative.length()
                                + words.length()
                                + payer.length()
                                + links.length());
    }

    public String invoiceId() {
        return invoice.id();
    }

    public Money amount() {
        return invoice.amount();
    }

    public String currency() {
        return invoice.currency();
    }

    public String description() {
        return words.description();
    }

    public String language() {
        return words.language();
    }

    /** A check of the card that moves no money (card verification page: amount 0). */
    public boolean isVerification() {
        return invoice.amount().equals(Money.ZERO);
    }
}
