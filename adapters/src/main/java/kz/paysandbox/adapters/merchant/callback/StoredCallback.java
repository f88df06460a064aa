package kz.paysandbox.adapters.merchant.callback;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.InvoiceId;

/**
 * One row of {@code callback_retries}.
 *
 * @param id the row
 * @param invoiceId the order
 * @param transactionId the transaction's UUID, as the callback says
 * @param successful whether the callback says {@code ok}
 * @param state what became of it
 * @param attempt how many tries failed
 * @param nextAt when it is due, if it is waiting; else without meaning
 * @param error why the last try failed, or why it was rejected
 */
public record StoredCallback(
        long id,
        InvoiceId invoiceId,
        String transactionId,
        boolean successful,
        State state,
        int attempt,
        Instant nextAt,
        Optional<String> error) {
    /** What became of a callback. */
    public enum State {
        /** To be tried, or tried again, at {@code nextAt}. */
        WAITING,
        /** The shop has acted, or there was nothing new to act on. */
        DONE,
        /** It does not fit the shop's order, or the bank's status shows another payment. */
        REJECTED,
        /** Every try failed: somebody must look. */
        EXHAUSTED
    }
}
