package kz.paysandbox.gateway.payment;

import java.util.Optional;

/**
 * What the shop said of a payment.
 *
 * @param orderId the shop's own number, at most 100 characters
 * @param paymentType a word of the shop's own, at most 50 characters
 * @param message what the customer reads, at most 500 characters
 * @param phoneTail the last four digits of the invoiced phone; the whole number is not kept
 * @param card what concerns card payments alone
 */
public record PaymentTerms(
        Optional<String> orderId,
        Optional<String> paymentType,
        Optional<String> message,
        Optional<String> phoneTail,
        CardTerms card) {
    /**
     * What the shop said of a card payment.
     *
     * @param accountId the shop's name of the customer
     * @param saveCard whether the card may be kept
     * @param language of the bank's page: rus, kaz or eng
     * @param backLink where the customer comes back to
     * @param secretHash a word of ours that the callback must bring back
     */
    public record CardTerms(
            Optional<String> accountId,
            boolean saveCard,
            Optional<String> language,
            Optional<String> backLink,
            Optional<String> secretHash) {
        /** Nothing was said. */
        public static final CardTerms NONE =
                new CardTerms(Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());

        @Override
        public String toString() {
            return "CardTerms[hidden]";
        }
    }
}
