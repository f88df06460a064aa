package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.paysandbox.adapters.money.MoneyAnswer;

/**
 * Kaspi Pay, scheme r1 (light access, chapter 2): an Api-Key, payments by QR and link. Refunds are made in the cashier's
 * app, not by the API (2.4). Safe for any number of threads; make one and keep it.
 */
public final class KaspiR1 implements AutoCloseable {
    private final KaspiSettings settings;
    private final KaspiCalls calls;
    private final KaspiOperations operations;

    private KaspiR1(KaspiSettings settings, ApiKey key) {
        this.settings = settings;
        this.calls = new KaspiCalls(settings, "r1", Map.of("Api-Key", key.value()));
        this.operations = new KaspiOperations(calls);
    }

    /** A client that shows this key ({@code Api-Key}). */
    public static KaspiR1 of(KaspiSettings settings, ApiKey key) {
        return new KaspiR1(settings, key);
    }

    /**
     * Lists the shops ({@code partner/tradepoints}, 2.2.2).
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -14000002: there are none
     */
    public List<TradePoint> tradePoints() {
        return operations.tradePoints(Optional.empty());
    }

    /**
     * Registers a till ({@code device/register}, 2.2.3). The same arguments give the same token, so it is repeated
     * after passing failures.
     *
     * @param deviceId the caller's own name of the till: Latin letters, digits, dash, underscore ({@code DeviceId})
     * @param tradePointId the shop ({@code TradePointId})
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1503, -99000002, 990000026
     */
    public DeviceToken registerDevice(String deviceId, long tradePointId) {
        return operations.register(Optional.empty(), deviceId, tradePointId);
    }

    /**
     * Removes a till ({@code device/delete}, 2.2.4); sent once.
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1501
     */
    public void deleteDevice(DeviceToken device) {
        operations.delete(Optional.empty(), device);
    }

    /**
     * Opens a payment by QR ({@code qr/create}, 2.3.1); amount in tenge; sent once. An unknown outcome is harmless:
     * nobody holds the code, and it expires unpaid.
     *
     * @return applied, or not with Rejected -1501, -1502, -99000002, 990000018, 990000026, 990000028, 990000033, or unknown
     */
    public MoneyAnswer<QrPayment> createQr(Order order) {
        return operations.createQr(Optional.empty(), order);
    }

    /**
     * Opens a payment by link ({@code qr/create-link}, 2.3.2); amount in tenge; sent once. As with
     * {@link #createQr}, an unknown outcome is harmless.
     *
     * @return applied, not applied with the codes of {@link #createQr}, or unknown
     */
    public MoneyAnswer<LinkPayment> createLink(Order order) {
        return operations.createLink(Optional.empty(), order);
    }

    /**
     * Asks for the state of a payment ({@code payment/status}, 2.3.3).
     *
     * @param paymentId {@code QrPaymentId} or {@code PaymentId}
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such payment
     */
    public PaymentStatus status(long paymentId) {
        return operations.status(paymentId);
    }

    /**
     * Asks for the state with instalment and shop ({@code v02/payment/status}; seen in production, not in document
     * 3.9).
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such payment
     */
    public PaymentView view(long paymentId) {
        return operations.view(paymentId);
    }

    /**
     * Follows a payment ({@code payment/status} at {@code StatusPollingInterval}, 2.3): polls at the bank's rhythm
     * until a final state or the end of the code's life, and reports each change.
     *
     * @param changes hears each new state, on a polling thread; must return soon
     */
    public Following follow(Payment payment, Consumer<PaymentStatus> changes) {
        return new Follower(
                        payment,
                        () -> operations.poll(payment.id(), payment.times().pollingInterval()),
                        changes,
                        settings.background(),
                        settings.http().surroundings().clock())
                .start();
    }

    /**
     * Checks that the bank answers ({@code health/ping}, 5.1).
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy when it does not
     */
    public void ping() {
        calls.ping();
    }

    /**
     * Plays the customer ({@code test/payment/*}, 5.2-5.5), on test stands only.
     *
     * @throws IllegalStateException in production
     */
    public KaspiTestHooks testHooks() {
        return KaspiTestHooks.of(calls);
    }

    /** Makes any call of this client a future: {@code client.async(c -> c.status(id))}; cancelling it interrupts. */
    public <T> CompletableFuture<T> async(Function<KaspiR1, T> call) {
        return settings.background().call(() -> call.apply(this));
    }

    /** Stops polls and futures; calls in flight end by themselves. */
    @Override
    public void close() {
        settings.background().close();
        settings.transport().close();
    }
}
