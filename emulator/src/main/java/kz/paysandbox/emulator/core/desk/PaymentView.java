package kz.paysandbox.emulator.core.desk;

import java.math.BigDecimal;
import java.util.List;

/**
 * A payment of either bank as the control surface shows it.
 *
 * @param id the bank's own id, as text
 * @param kind how the customer meets it, in the bank's words
 * @param amount tenge
 * @param paid tenge that reached the merchant, refunds not taken off
 * @param refunded tenge that went back, pending returns included
 * @param bin the organisation; a shop's client id where the bank has no BINs
 * @param externalId the merchant's own number
 * @param history all statuses so far, oldest first, with instants in ISO 8601
 */
public record PaymentView(
        String id,
        String bank,
        String kind,
        BigDecimal amount,
        BigDecimal paid,
        BigDecimal refunded,
        String currency,
        String status,
        String bin,
        String externalId,
        List<Step> history) {

    /** A status and since when. */
    public record Step(String status, String at) {}

    public PaymentView {
        history = List.copyOf(history);
    }
}
