package kz.paysandbox.gateway.pay.card;

import java.net.URI;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Language;
import kz.paysandbox.adapters.money.Tenge;

/**
 * A card payment that a shop wants to open at Halyk ePay.
 *
 * @param shop whose
 * @param amount in tenge, more than nothing
 * @param savedCard ours of a saved card that is to pay, without the bank's page
 * @param paymentType a word of the shop's own, at most 50 characters
 * @param description what the customer reads, at most 125 bytes of UTF-8
 * @param orderId the shop's own number, 1 to 100 characters
 * @param customer who pays, and what is shown to him
 */
public record CardDemand(
        String shop,
        Tenge amount,
        Optional<String> savedCard,
        Optional<String> paymentType,
        Optional<String> description,
        Optional<String> orderId,
        Customer customer) {
    /**
     * Who pays.
     *
     * @param accountId the shop's name of the customer, at most 100 characters; saved cards hang on it
     * @param saveCard whether the card may be kept; needs the account
     * @param language of pages
     * @param backLink where the customer comes back to, instead of the gateway's own pages
     */
    public record Customer(
            Optional<String> accountId, boolean saveCard, Optional<Language> language, Optional<URI> backLink) {
        @Override
        public String toString() {
            return "Customer[hidden]";
        }
    }
}
