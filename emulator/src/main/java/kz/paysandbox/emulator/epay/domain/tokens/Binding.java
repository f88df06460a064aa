package kz.paysandbox.emulator.epay.domain.tokens;

import java.util.Optional;
import kz.paysandbox.emulator.core.Money;

/**
 * The payment that a token was asked for (payment page: the invoice's token carries its number, amount and terminal).
 * Empty texts for what was not named.
 *
 * @param secretHash the merchant's own words, returned to it in the callback; no signature
 */
public record Binding(
        String invoiceId,
        Optional<Money> amount,
        String currency,
        String terminal,
        String secretHash,
        String postLink,
        String failurePostLink) {

    /** Characters of all of it. */
    int length() {
        return invoiceId.length()
                + currency.length()
                + terminal.length()
                + secretHash.length()
                + postLink.length()
                + failurePostLink.length();
    }

    @Override
    public String toString() {
        return "Binding[" + invoiceId + "]";
    }
}
