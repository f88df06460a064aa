package kz.paysandbox.adapters.kaspi.payment;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A payment by link (2.3.2).
 *
 * @param id {@code PaymentId}
 * @param link what the customer opens ({@code PaymentLink})
 * @param expiresAt {@code ExpireDate}
 * @param receivedAt when the answer arrived
 * @param methods {@code PaymentMethods}
 * @param times {@code PaymentBehaviorOptions}
 * @param till for whom and by which till
 */
public record LinkPayment(
        long id,
        URI link,
        Instant expiresAt,
        Instant receivedAt,
        List<PaymentMethod> methods,
        PaymentTimes times,
        Till till)
        implements Payment {
    /** Copies the methods. */
    public LinkPayment {
        methods = List.copyOf(methods);
    }

    /** Without the token, which pays. */
    @Override
    public String toString() {
        return "LinkPayment[" + id + ", expires at " + expiresAt + "]";
    }
}
