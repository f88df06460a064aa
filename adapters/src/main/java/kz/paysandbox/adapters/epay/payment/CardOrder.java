package kz.paysandbox.adapters.epay.payment;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;

/**
 * An order to be paid by card, or, when it is for nothing, a card that is to be verified.
 *
 * @param invoiceId the order
 * @param amount in tenge ({@code amount}, {@code currency} KZT); zero for a verification alone
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

    /** Checks the description. */
    public CardOrder {
        int bytes = description.getBytes(StandardCharsets.UTF_8).length;
        if (description.isBlank() || bytes > DESCRIPTION_BYTES) {
            throw new IllegalArgumentException("a description has 1 to 125 bytes of UTF-8, not " + bytes);
        }
    }

    /**
     * An order without extras, in Russian.
     *
     * @throws IllegalArgumentException when it is for nothing
     */
    public static CardOrder of(InvoiceId invoiceId, Tenge amount, String description) {
        if (!amount.positive()) {
            throw new IllegalArgumentException("an order is for more than nothing; to check a card, say verification");
        }
        return plain(invoiceId, amount, description);
    }

    /**
     * A check of the card that moves no money ({@code amount} 0, {@code currency} USD; page "card verification"): ends
     * as VERIFIED, and can save the card. The terminal must be one for verification.
     */
    public static CardOrder verification(InvoiceId invoiceId, String description) {
        return plain(invoiceId, Tenge.ZERO, description);
    }

    private static CardOrder plain(InvoiceId invoiceId, Tenge amount, String description) {
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

    /** KZT, or USD for a verification, as the bank asks ({@code currency}). */
    public String currency() {
        return amount.positive() ? "KZT" : "USD";
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

    /** With free text that the bank gives back in status and reports ({@code data}). */
    public CardOrder withData(String text) {
        return new CardOrder(
                invoiceId, amount, description, payer, links, language, saveCard, secretHash, Optional.of(text));
    }

    @Override
    public String toString() {
        return "CardOrder[" + invoiceId + ", " + amount + " " + currency() + "]";
    }
}
