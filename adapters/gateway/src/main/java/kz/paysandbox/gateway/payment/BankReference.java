package kz.paysandbox.gateway.payment;

import java.util.Optional;

/**
 * How the bank knows a payment.
 *
 * @param externalId Kaspi's number (QrPaymentId, PaymentId); above 2^31
 * @param configId the row of payment_config that took it
 * @param organizationBin the organisation that took it
 * @param invoiceId ePay's order, 6 to 15 digits
 * @param transactionId ePay's transaction, a UUID
 * @param card what is known of the card
 */
public record BankReference(
        Optional<Long> externalId,
        Optional<Long> configId,
        Optional<String> organizationBin,
        Optional<String> invoiceId,
        Optional<String> transactionId,
        CardFacts card) {
    /**
     * What is known of a card payment.
     *
     * @param mask the masked number
     * @param cardId the bank's name of the saved card; it pays, so it is kept encrypted where a key is set
     * @param reference the retrieval reference
     * @param approvalCode the issuer's approval
     */
    public record CardFacts(
            Optional<String> mask, Optional<String> cardId, Optional<String> reference, Optional<String> approvalCode) {
        /** Nothing is known. */
        public static final CardFacts NONE =
                new CardFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** What is newly known, and what was known before where it is silent. */
        public CardFacts and(CardFacts newer) {
            return new CardFacts(
                    newer.mask.or(() -> mask),
                    newer.cardId.or(() -> cardId),
                    newer.reference.or(() -> reference),
                    newer.approvalCode.or(() -> approvalCode));
        }

        @Override
        public String toString() {
            return "CardFacts[hidden]";
        }
    }

    /** A payment of Kaspi that is about to be opened by this row. */
    public static BankReference kaspi(long configId, String bin) {
        return new BankReference(
                Optional.empty(),
                Optional.of(configId),
                Optional.of(bin),
                Optional.empty(),
                Optional.empty(),
                CardFacts.NONE);
    }

    /** A payment of ePay with this order number. */
    public static BankReference epay(String invoiceId) {
        return new BankReference(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(invoiceId),
                Optional.empty(),
                CardFacts.NONE);
    }

    /** The same, with Kaspi's number. */
    public BankReference numbered(long number) {
        return new BankReference(Optional.of(number), configId, organizationBin, invoiceId, transactionId, card);
    }

    /** The same, with what is known of the card that is to pay. */
    public BankReference with(CardFacts known) {
        return new BankReference(externalId, configId, organizationBin, invoiceId, transactionId, card.and(known));
    }

    /** The same, with ePay's transaction and what is newly known of the card. */
    public BankReference paidBy(String transaction, CardFacts newer) {
        return new BankReference(
                externalId, configId, organizationBin, invoiceId, Optional.of(transaction), card.and(newer));
    }
}
