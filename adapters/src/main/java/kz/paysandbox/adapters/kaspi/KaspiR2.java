package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import kz.paysandbox.adapters.kaspi.wire.Answers;
import kz.paysandbox.adapters.kaspi.wire.Requests;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Repeat;

/**
 * Kaspi Pay, scheme r2 (standard access, chapter 3): a client certificate, payments by QR and link, refunds with the
 * customer present. Safe for any number of threads; make one and keep it.
 */
public final class KaspiR2 implements AutoCloseable {
    private final KaspiSettings settings;
    private final KaspiCalls calls;
    private final KaspiOperations operations;

    private KaspiR2(KaspiSettings settings) {
        this.settings = settings;
        this.calls = new KaspiCalls(settings, "r2", Map.of());
        this.operations = new KaspiOperations(calls);
    }

    /** A client; the certificate is in the TLS context of the settings. */
    public static KaspiR2 of(KaspiSettings settings) {
        return new KaspiR2(settings);
    }

    /**
     * Lists the shops ({@code partner/tradepoints}, 3.2.2).
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -14000002: there are none
     */
    public List<TradePoint> tradePoints() {
        return operations.tradePoints(Optional.empty());
    }

    /**
     * Registers a till ({@code device/register}, 3.2.3). The same arguments give the same token, so it is repeated
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
     * Removes a till ({@code device/delete}, 3.2.4); sent once.
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1501
     */
    public void deleteDevice(DeviceToken device) {
        operations.delete(Optional.empty(), device);
    }

    /**
     * Opens a payment by QR ({@code qr/create}, 3.3.1); amount in tenge; sent once. An unknown outcome is harmless:
     * nobody holds the code, and it expires unpaid.
     *
     * @return applied, or not with Rejected -1501, -1502, -99000002, 990000018, 990000026, 990000028, 990000033, or unknown
     */
    public MoneyAnswer<QrPayment> createQr(Order order) {
        return operations.createQr(Optional.empty(), order);
    }

    /**
     * Opens a payment by link ({@code qr/create-link}, 3.3.2); amount in tenge; sent once. As with
     * {@link #createQr}, an unknown outcome is harmless.
     *
     * @return applied, not applied with the codes of {@link #createQr}, or unknown
     */
    public MoneyAnswer<LinkPayment> createLink(Order order) {
        return operations.createLink(Optional.empty(), order);
    }

    /**
     * Asks for the state of a payment ({@code payment/status}, 3.3.3).
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
     * Follows a payment ({@code payment/status} at {@code StatusPollingInterval}, 3.3): polls at the bank's rhythm
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
    public <T> CompletableFuture<T> async(Function<KaspiR2, T> call) {
        return settings.background().call(() -> call.apply(this));
    }

    /** Stops polls and futures; calls in flight end by themselves. */
    @Override
    public void close() {
        settings.background().close();
        settings.transport().close();
    }

    /**
     * Reads a purchase ({@code payment/details}, 3.4.4).
     *
     * @param device a till of the purchase's shop ({@code DeviceToken})
     * @return with total and refundable amounts in tenge
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such purchase
     */
    public PaymentDetails details(long paymentId, DeviceToken device) {
        return operations.details(paymentId, device);
    }

    /**
     * Opens a refund QR ({@code return/create}, 3.4.1): the customer scans it to become known. No money moves; sent once.
     *
     * @param externalId the refund's number in the caller's books ({@code ExternalId})
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1501, -1502, -99000002, 990000018
     */
    public RefundQr createRefundQr(DeviceToken device, Optional<String> externalId) {
        return calls.post(
                "return/create",
                new Requests.ReturnCreate(device.value(), externalId.orElse(null)),
                Repeat.NEVER,
                Answers.ReturnCreated.class,
                Reading::refundQr);
    }

    /**
     * Asks whether the customer has scanned the refund QR ({@code return/status}, 3.4.2).
     *
     * @param refundQrId {@code QrReturnId}
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such refund QR
     */
    public RefundScanStatus refundQrStatus(long refundQrId) {
        return calls.get(
                "return/status",
                "return/status/" + refundQrId,
                Map.of(),
                Answers.Status.class,
                data -> RefundScanStatus.of(Reading.required(data.status(), "Status")));
    }

    /**
     * Lists the purchases of the customer who scanned ({@code return/operations}, 3.4.3), newest first.
     *
     * @param most from 1 to 10 ({@code MaxResult})
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such refund QR
     */
    public List<Purchase> purchases(DeviceToken device, long refundQrId, int most) {
        if (most < 1 || most > 10) {
            throw new IllegalArgumentException("from 1 to 10 purchases, not " + most);
        }
        return calls.postList(
                "return/operations",
                new Requests.ReturnOperations(device.value(), refundQrId, most),
                Answers.Operation.class,
                Reading::purchase);
    }

    /**
     * Refunds a purchase in part or whole ({@code payment/return}, 3.4.5); amount in tenge; sent once. The refundable
     * amount is read before, and again after a lost answer, to find out what became of it.
     *
     * @param device a till of the purchase's shop
     * @param refundQrId a scanned refund QR ({@code QrReturnId})
     * @return applied, or not with Rejected -1501, -1502, -1601, -99000001 to -99000006, -99000011, -99000020, 990000018,
     *     or unknown
     */
    public MoneyAnswer<Refund> refund(DeviceToken device, long paymentId, long refundQrId, Tenge amount) {
        return operations.refund(Optional.empty(), device, paymentId, Optional.of(refundQrId), amount);
    }
}
