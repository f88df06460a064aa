package kz.paysandbox.adapters.epay.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A transaction as the bank's status shows it.
 *
 * @param id the transaction's UUID, for operations
 * @param invoiceId the order
 * @param amount in units of the currency
 * @param payout what is left for the shop ({@code payoutAmount}), if shown
 * @param ordered what the order was for, before a charge of less ({@code orgAmount}), if shown
 * @param currency KZT or USD
 * @param state {@code statusName}
 * @param terminal the terminal's number ({@code terminal}), if shown
 * @param terminalId the terminal's UUID, if shown
 * @param reasonCode {@code reasonCode} as text, {@code "00"} on success, if shown
 * @param reference the retrieval reference ({@code reference}), if shown
 * @param approvalCode the issuer's code of an approved payment ({@code approvalCode}), if shown
 * @param cardMask {@code cardMask}, if shown
 * @param cardId a saved card, if shown
 * @param createdAt {@code createdDate}, if readable
 */
public record Transaction(
        String id,
        String invoiceId,
        BigDecimal amount,
        Optional<BigDecimal> payout,
        Optional<BigDecimal> ordered,
        String currency,
        TransactionState state,
        Optional<String> terminal,
        Optional<String> terminalId,
        Optional<String> reasonCode,
        Optional<String> reference,
        Optional<String> approvalCode,
        Optional<String> cardMask,
        Optional<String> cardId,
        Optional<Instant> createdAt) {
    /**
     * How operations name it.
     *
     * @throws IllegalArgumentException when the order's number is none of the kind that the bank documents
     */
    public TransactionRef ref() {
        return new TransactionRef(id, InvoiceId.of(invoiceId));
    }

    @Override
    public String toString() {
        return "Transaction[" + id + ", invoice " + invoiceId + ", " + state.raw() + "]";
    }
}
