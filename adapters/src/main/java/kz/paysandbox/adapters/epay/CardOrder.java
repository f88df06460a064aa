package kz.paysandbox.adapters.epay;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;

/**
 * What is to be paid by card.
 *
 * @param invoiceId the order
 * @param amount in tenge ({@code amount}, {@code currency} KZT)
 * @param description what the customer reads, at most 125 bytes of UTF-8 ({@code description})
 * @param payer who pays
 * @param links where the bank reports
 * @param language of pages
 * @param saveCard whether the card may be kept for later ({@code cardSave})
 * @param secretHash a word of the shop's own that comes back in the callback ({@code secret_hash}); no signature
 * @param data free text that the bank echoes ({@code data})
 */
public record CardOrder(
        InvoiceId invoiceId,
        Tenge amount,
        String description,
        Payer payer,
        Links links,
        Language language,
        boolean saveCard,
        Optional<String> secretHash,
        Optional<String> data) {
    private static final int DESCRIPTION_BYTES = 125;

    /** Checks amount and description. */
    public CardOrder {
        if (!amount.positive()) {
            throw new IllegalArgumentException("an order is for more than nothing");
        }
        int bytes = description.getBytes(StandardCharsets.UTF_8).length;
        if (description.isBlank() || bytes > DESCRIPTION_BYTES) {
            throw new IllegalArgumentException("a description has 1 to 125 bytes of UTF-8, not " + bytes);
        }
    }

    /** An order without extras, in Russian. */
    public static CardOrder of(InvoiceId invoiceId, Tenge amount, String description) {
        return new CardOrder(
                invoiceId,
                amount,
                description,
                Payer.ANYONE,
                Links.NONE,
                Language.RUSSIAN,
                false,
                Optional.empty(),
                Optional.empty());
    }

    /** Paid by this customer. */
    public CardOrder by(Payer other) {
        return new CardOrder(invoiceId, amount, description, other, links, language, saveCard, secretHash, data);
    }

    /** Reported to these links. */
    public CardOrder reportedTo(Links other) {
        return new CardOrder(invoiceId, amount, description, payer, other, language, saveCard, secretHash, data);
    }

    /** In another language. */
    public CardOrder in(Language other) {
        return new CardOrder(invoiceId, amount, description, payer, links, other, saveCard, secretHash, data);
    }

    /** Keeping the card. */
    public CardOrder savingCard() {
        return new CardOrder(invoiceId, amount, description, payer, links, language, true, secretHash, data);
    }

    /** With a word of the shop's own that the callback must bring back. */
    public CardOrder withSecretHash(String word) {
        return new CardOrder(invoiceId, amount, description, payer, links, language, saveCard, Optional.of(word), data);
    }

    @Override
    public String toString() {
        return "CardOrder[" + invoiceId + ", " + amount + " KZT]";
    }
}
