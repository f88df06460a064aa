package kz.paysandbox.emulator.core.desk;

import java.math.BigDecimal;
import java.util.List;

/**
 * A payment of either bank as the control surface shows it.
 *
 * @param id the bank's own id, as text
 * @param kind how the customer meets it, in the bank's words
 * @param bin the organisation; a shop's client id where the bank has no BINs
 * @param externalId the merchant's own number
 * @param history all statuses so far, oldest first, with instants in ISO 8601
 */
public record PaymentView(
        String id,
        String bank,
        String kind,
        Sums sums,
        String status,
        String bin,
        String externalId,
        List<Step> history) {

    /**
     * Its money.
     *
     * @param amount that is asked for
     * @param paid what reached the merchant, refunds not taken off
     * @param refunded what went back, pending returns included
     * @param currency as {@code KZT}
     */
    public record Sums(BigDecimal amount, BigDecimal paid, BigDecimal refunded, String currency) {}

    /** A status and since when. */
    public record Step(String status, String at) {}

    public PaymentView {
        history = List.copyOf(history);
    }
}
