package kz.paysandbox.adapters.epay.payment;

import java.util.Optional;

/**
 * The customer who pays. Personal data: hidden in texts.
 *
 * @param accountId the customer in the shop's books; saved cards hang on it ({@code accountId})
 * @param name as on the card, in Latin letters ({@code name})
 * @param email {@code email}
 * @param phone {@code phone}
 */
public record Payer(Optional<String> accountId, Optional<String> name, Optional<String> email, Optional<String> phone) {
    /** Nobody in particular. */
    public static final Payer ANYONE =
            new Payer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** A customer of the shop. */
    public static Payer account(String accountId) {
        return new Payer(Optional.of(accountId), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A customer of whom only the name on the card is known; a payment by cryptogram is to have it (payment page). */
    public static Payer named(String name) {
        return new Payer(Optional.empty(), Optional.of(name), Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Payer[hidden]";
    }
}
