package kz.paysandbox.adapters.kaspi.payment;

import java.time.Instant;
import kz.paysandbox.adapters.money.Tenge;

/**
 * One purchase of the customer who scanned a refund QR (return/operations; 3.4.3).
 *
 * @param paymentId {@code QrPaymentId}
 * @param amount in tenge ({@code Amount})
 * @param paidAt {@code TransactionDate}
 */
public record Purchase(long paymentId, Tenge amount, Instant paidAt) {}
