package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.Purchase;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RefundQr;
import kz.paysandbox.adapters.kaspi.payment.RefundScanStatus;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.RequestOptions;

/**
 * Kaspi Pay, scheme r2 (standard access, chapter 3): a client certificate, payments by QR and link, refunds with the
 * customer present. Safe for any number of threads; make one and keep it.
 */
public interface KaspiR2 extends SingleOrganisation {
    /** A client; the certificate is in the TLS context of the settings. */
    static KaspiR2 of(KaspiSettings settings) {
        return new HttpKaspiR2(settings);
    }

    /**
     * The same client for calls with wishes of their own: {@code client.with(options).status(id)}. Connections and turns
     * at payments are shared, so it is cheap, and closing either closes both.
     */
    KaspiR2 with(RequestOptions options);

    /**
     * The same calls as futures that hold no thread while they wait.
     *
     * @return shares connections, turns and settings with this client
     */
    KaspiR2Async async();

    /**
     * Reads a purchase ({@code payment/details}, 3.4.4).
     *
     * @param device a till of the purchase's shop ({@code DeviceToken})
     * @return with total and refundable amounts in tenge
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such purchase
     */
    PaymentDetails details(long paymentId, DeviceToken device);

    /**
     * Opens a refund QR ({@code return/create}, 3.4.1): the customer scans it to become known. No money moves; sent once.
     *
     * @param externalId the refund's number in the caller's books ({@code ExternalId})
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1501, -1502, -99000002, 990000018
     */
    RefundQr createRefundQr(DeviceToken device, Optional<String> externalId);

    /**
     * Asks whether the customer has scanned the refund QR ({@code return/status}, 3.4.2).
     *
     * @param refundQrId {@code QrReturnId}
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such refund QR
     */
    RefundScanStatus refundQrStatus(long refundQrId);

    /**
     * Lists the purchases of the customer who scanned ({@code return/operations}, 3.4.3), newest first.
     *
     * @param most from 1 to 10 ({@code MaxResult})
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such refund QR
     */
    List<Purchase> purchases(DeviceToken device, long refundQrId, int most);

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
    MoneyAnswer<Refund> refund(DeviceToken device, long paymentId, long refundQrId, Tenge amount);
}
