package kz.paysandbox.emulator.core.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.DueEvent;

/**
 * A payment of either bank as the control surface shows it.
 *
 * @param id the bank's own id, as text
 * @param kind how the customer meets it, in the bank's words
 * @param merchant whose it is
 * @param history all statuses so far, oldest first, with instants in ISO 8601
 * @param prospects what the customer can do with it, and what comes
 */
public record PaymentView(
        String id,
        String bank,
        String kind,
        Sums sums,
        String status,
        Merchant merchant,
        List<Step> history,
        Prospects prospects) {

    /**
     * Its money.
     *
     * @param amount that is asked for
     * @param paid what reached the merchant, refunds not taken off
     * @param refunded what went back, pending returns included
     * @param currency as {@code KZT}
     */
    public record Sums(BigDecimal amount, BigDecimal paid, BigDecimal refunded, String currency) {}

    /**
     * Whose it is.
     *
     * @param bin the organisation; a shop's client id where the bank has no BINs
     * @param scheme by which the merchant asked, as {@code r1}; empty where the bank has only one
     * @param externalId the merchant's own number
     * @param shop by its name, as the customer sees it; empty where it has none
     * @param tradePoint its id; empty where the bank has none
     */
    public record Merchant(
            String bin, Optional<String> scheme, String externalId, Optional<String> shop, Optional<Long> tradePoint) {

        /** Without more than is needed. */
        public static Merchant of(String bin, String externalId) {
            return new Merchant(bin, Optional.empty(), externalId, Optional.empty(), Optional.empty());
        }
    }

    /**
     * What the customer can do with it, and what comes.
     *
     * @param expiresAt when its present wait ends if nobody acts, ISO 8601; empty where it waits for nobody
     * @param next what then happens, as the clock tells it; empty where nothing does
     * @param qr what its QR code holds; empty where it has none
     * @param returns what went back, oldest first
     */
    public record Prospects(
            Optional<String> expiresAt, Optional<String> next, Optional<String> qr, List<MoneyBack> returns) {

        /** Nothing more is to come. */
        public static final Prospects NONE =
                new Prospects(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

        public Prospects {
            returns = List.copyOf(returns);
        }

        /** What has this next event, in the future or in the past, at {@code now}. */
        public static Prospects of(Optional<DueEvent> due, Instant now, Optional<String> qr, List<MoneyBack> returns) {
            Optional<DueEvent> coming = due.filter(event -> event.at().isAfter(now));
            return new Prospects(coming.map(event -> event.at().toString()), coming.map(DueEvent::what), qr, returns);
        }
    }

    /**
     * Money that went back to the customer.
     *
     * @param at ISO 8601
     */
    public record MoneyBack(BigDecimal amount, String at) {}

    /** A status and since when. */
    public record Step(String status, String at) {}

    public PaymentView {
        history = List.copyOf(history);
    }

    /** By which the merchant asked, as {@code r1}; empty where the bank has only one. */
    public Optional<String> scheme() {
        return merchant.scheme();
    }

    /** The organisation; a shop's client id where the bank has no BINs. */
    public String bin() {
        return merchant.bin();
    }
}
