package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import kz.paysandbox.adapters.kaspi.wire.Answers;
import kz.paysandbox.adapters.kaspi.wire.Requests;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.Repeat;
import kz.paysandbox.adapters.transport.RequestOptions;

/**
 * Kaspi Pay, scheme r2 (standard access, chapter 3): a client certificate, payments by QR and link, refunds with the
 * customer present. Safe for any number of threads; make one and keep it.
 */
public final class KaspiR2 extends SingleOrganisation {
    private KaspiR2(KaspiSettings settings) {
        super(settings, "r2", Map.of());
    }

    /** A client; the certificate is in the TLS context of the settings. */
    public static KaspiR2 of(KaspiSettings settings) {
        return new KaspiR2(settings);
    }

    /**
     * The same client for calls with wishes of their own: {@code client.with(options).status(id)}. Connections and turns
     * at payments are shared, so it is cheap, and closing either closes both.
     */
    public KaspiR2 with(RequestOptions options) {
        return new KaspiR2(settings.with(options));
    }

    /**
     * Makes any call of this client a future: {@code client.async(c -> c.status(id))}.
     *
     * @return completes with the call's answer or its failure; cancelling it interrupts the call
     */
    public <T> CompletableFuture<T> async(Function<KaspiR2, T> call) {
        return later(() -> call.apply(this));
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
     * @param refundQrId a scanned refund QR ({@code QrReturnId}), a new one for each refund: the document creates one return
     *     operation with each, and does not say that it serves more
     * @return applied, or not with Rejected -1501, -1502, -1601, -99000001 to -99000006, -99000011, -99000020, 990000018,
     *     or unknown
     */
    public MoneyAnswer<Refund> refund(DeviceToken device, long paymentId, long refundQrId, Tenge amount) {
        return operations.whole(
                whole -> whole.refund(Optional.empty(), device, paymentId, Optional.of(refundQrId), amount));
    }
}
