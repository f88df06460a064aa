package kz.paysandbox.adapters.epay.payment;

import java.util.Optional;

/**
 * A payment that the bank took on.
 *
 * @param ref id and invoice
 * @param stage how far it is
 * @param challenge what the customer must answer first (3-D Secure), with its form; present at stage CHALLENGE only
 * @param reference the retrieval reference, if given
 * @param cardMask the masked card, if given
 * @param cardId the saved card, if given
 */
public record CardPayment(
        TransactionRef ref,
        Stage stage,
        Optional<Challenge> challenge,
        Optional<String> reference,
        Optional<String> cardMask,
        Optional<String> cardId) {
    /** How far a payment is. */
    public enum Stage {
        /** The customer's bank asks first: nothing is held or charged yet, show the challenge's form. */
        CHALLENGE,
        /** The amount is held: charge or cancel it. */
        AUTHORISED,
        /** The amount is charged. */
        CHARGED,
        /** The card was verified without money. */
        VERIFIED,
        /** Held or charged, as the terminal is set up: the answer does not say which, the status does. */
        TAKEN
    }

    /** A challenge belongs to its stage. */
    public CardPayment {
        if ((stage == Stage.CHALLENGE) != challenge.isPresent()) {
            throw new IllegalArgumentException("a challenge belongs to the stage CHALLENGE, and to no other");
        }
    }

    /** As the bank's status shows it. */
    public static CardPayment of(Transaction seen, InvoiceId invoiceId, Stage stage) {
        return new CardPayment(
                new TransactionRef(seen.id(), invoiceId),
                stage,
                Optional.empty(),
                seen.reference(),
                seen.cardMask(),
                seen.cardId());
    }

    /** Without what names or pays with the card. */
    @Override
    public String toString() {
        return "CardPayment[" + ref.id() + ", invoice " + ref.invoiceId() + ", " + stage + "]";
    }
}
