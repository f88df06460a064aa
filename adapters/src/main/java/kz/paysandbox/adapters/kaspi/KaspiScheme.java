package kz.paysandbox.adapters.kaspi;

import java.util.function.Consumer;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.kaspi.payment.Payment;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.PaymentView;

/** The calls that every scheme's client has: state, following, ping, the test stand's customer, the end. */
public interface KaspiScheme extends AutoCloseable {
    /**
     * Asks for the state of a payment ({@code payment/status}; 2.3.3, 3.3.3, 4.3.3); repeated after passing failures.
     *
     * @param paymentId {@code QrPaymentId} or {@code PaymentId}
     * @return the state; one that this version does not know keeps the bank's word
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such payment
     */
    PaymentStatus status(long paymentId);

    /**
     * Asks for the state with instalment and shop ({@code v02/payment/status}; seen in production, not in document
     * 3.9); repeated after passing failures.
     *
     * @param paymentId {@code QrPaymentId} or {@code PaymentId}
     * @return the state, and what else the bank shows of it; amounts in tenge
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such payment
     */
    PaymentView view(long paymentId);

    /**
     * Follows a payment ({@code payment/status} at {@code StatusPollingInterval}; 2.3, 3.3, 4.3): polls at the bank's
     * rhythm until a final state or the end of the code's life, and reports each change. The end is one of paid, not paid and
     * unconfirmed ({@link FollowedPayment.Outcome}). Remote invoices cannot be
     * followed: the bank forbids it (4.6).
     *
     * @param changes hears each new state, on a polling thread; must return soon
     * @return the following, which can be cancelled; it ends with a failure of the taxonomy only where repeating is
     *     senseless, such as Rejected -1601
     */
    FollowedPayment follow(Payment payment, Consumer<PaymentStatus> changes);

    /**
     * Checks that the bank answers ({@code health/ping}, 5.1).
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy when it does not
     */
    void ping();

    /**
     * Plays the customer ({@code test/payment/*}, 5.2-5.5), on test stands only.
     *
     * @return the customer's hand
     * @throws IllegalStateException in production
     */
    KaspiTestHooks testHooks();

    /** Stops polls and futures; calls in flight end by themselves. */
    @Override
    void close();
}
