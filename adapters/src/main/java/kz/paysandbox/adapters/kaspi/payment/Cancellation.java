package kz.paysandbox.adapters.kaspi.payment;

/**
 * An invoice that was withdrawn (remote/cancel; 4.6.3), by this call or before it: it cannot be paid any more.
 *
 * @param paymentId the invoice ({@code QrPaymentId})
 * @param status its state, {@code RemotePaymentCanceled}
 * @param till for whom and by which till it was asked
 */
public record Cancellation(long paymentId, PaymentStatus status, Till till) {}
