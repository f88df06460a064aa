package kz.paysandbox.adapters.kaspi.payment;

import java.time.Instant;
import kz.paysandbox.adapters.money.Tenge;

/**
 * A paid purchase (payment/details; 3.4.4, 4.4).
 *
 * @param paymentId {@code QrPaymentId}
 * @param total what was paid, in tenge ({@code TotalAmount})
 * @param refundable what can still be refunded, in tenge ({@code AvailableReturnAmount})
 * @param paidAt {@code TransactionDate}
 */
public record PaymentDetails(long paymentId, Tenge total, Tenge refundable, Instant paidAt) {}
