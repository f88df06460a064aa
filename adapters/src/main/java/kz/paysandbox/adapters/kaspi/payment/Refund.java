package kz.paysandbox.adapters.kaspi.payment;

import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;

/**
 * A refund that was made (payment/return; 3.4.5, 4.5).
 *
 * @param operationId {@code ReturnOperationId}; empty when the answer was lost and the refund was found in the books
 * @param paymentId the purchase
 * @param amount what was refunded, in tenge
 * @param till for whom and by which till
 */
public record Refund(Optional<Long> operationId, long paymentId, Tenge amount, Till till) {}
