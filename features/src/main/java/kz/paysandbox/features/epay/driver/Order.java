package kz.paysandbox.features.epay.driver;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;

/**
 * What is to be paid by card.
 *
 * @param account the customer in the shop's books; kept cards hang on it
 * @param keepCard whether the card is to be kept
 * @param word the shop's own, which the callback brings back ({@code secret_hash})
 */
public record Order(
        String invoice,
        BigDecimal amount,
        String description,
        Optional<String> account,
        boolean keepCard,
        Optional<String> word,
        Links links) {

    /** Where the bank tells the shop, and where the customer comes back. */
    public record Links(Optional<URI> told, Optional<URI> toldOfFailure, URI back, URI failureBack) {}

    public Order withAccount(String owner) {
        return new Order(invoice, amount, description, Optional.of(owner), keepCard, word, links);
    }

    public Order keepingCard() {
        return new Order(invoice, amount, description, account, true, word, links);
    }

    public Order withWord(String own) {
        return new Order(invoice, amount, description, account, keepCard, Optional.of(own), links);
    }

    public Order told(Links others) {
        return new Order(invoice, amount, description, account, keepCard, word, others);
    }

    public Order described(String other) {
        return new Order(invoice, amount, other, account, keepCard, word, links);
    }

    /** The same customer's next order. */
    public Order next(String number, BigDecimal price) {
        return new Order(number, price, description, account, keepCard, word, links);
    }
}
