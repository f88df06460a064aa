package kz.paysandbox.adapters.epay;

import java.util.Optional;

/**
 * A payment that the bank took on.
 *
 * @param ref id and invoice
 * @param challenge what the customer must answer first (3-D Secure); until then nothing is paid
 * @param reference the retrieval reference, if given
 * @param cardMask the masked card, if given
 * @param cardId the saved card, if given
 */
public record CardPayment(
        TransactionRef ref,
        Optional<Challenge> challenge,
        Optional<String> reference,
        Optional<String> cardMask,
        Optional<String> cardId) {
    /** Without what names or pays with the card. */
    @Override
    public String toString() {
        return "CardPayment[" + ref.id() + ", invoice " + ref.invoiceId()
                + (challenge.isPresent() ? ", waiting for the challenge]" : "]");
    }
}
