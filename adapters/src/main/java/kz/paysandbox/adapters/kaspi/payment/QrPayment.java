package kz.paysandbox.adapters.kaspi.payment;

import java.time.Instant;
import java.util.List;

/**
 * A payment by QR (2.3.1).
 *
 * @param id {@code QrPaymentId}
 * @param qrToken what to draw as a QR code ({@code QrToken})
 * @param expiresAt {@code ExpireDate}
 * @param receivedAt when the answer arrived
 * @param methods {@code PaymentMethods}, to be shown with the code
 * @param times {@code QrPaymentBehaviorOptions}
 * @param till for whom and by which till
 */
public record QrPayment(
        long id,
        String qrToken,
        Instant expiresAt,
        Instant receivedAt,
        List<PaymentMethod> methods,
        PaymentTimes times,
        Till till)
        implements Payment {
    /** Copies the methods. */
    public QrPayment {
        methods = List.copyOf(methods);
    }

    /** Without the token, which the customer scans. */
    @Override
    public String toString() {
        return "QrPayment[" + id + ", expires at " + expiresAt + "]";
    }
}
