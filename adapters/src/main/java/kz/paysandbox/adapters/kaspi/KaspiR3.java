package kz.paysandbox.adapters.kaspi;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.Cancellation;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.PaymentDetails;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.RequestOptions;

/**
 * Kaspi Pay, scheme r3 (hardened access, chapter 4): a client certificate and a known address, several organisations,
 * refunds without the customer, invoices by phone. Safe for any number of threads; make one and keep it.
 */
public interface KaspiR3 extends KaspiScheme {
    /** A client; the certificate is in the TLS context of the settings. */
    static KaspiR3 of(KaspiSettings settings) {
        return new HttpKaspiR3(settings);
    }

    /**
     * Lists the shops ({@code partner/tradepoints}, 4.2.2).
     *
     * @param bin the organisation ({@code OrganizationBin})
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -14000002: there are none
     */
    List<TradePoint> tradePoints(Bin bin);

    /**
     * Registers a till ({@code device/register}, 4.2.3). The same arguments give the same token, so it is repeated
     * after passing failures.
     *
     * @param bin the organisation ({@code OrganizationBin})
     * @param deviceId the caller's own name of the till: Latin letters, digits, dash, underscore ({@code DeviceId})
     * @param tradePointId the shop ({@code TradePointId})
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1503, -99000002, 990000026
     */
    DeviceToken registerDevice(Bin bin, String deviceId, long tradePointId);

    /**
     * Removes a till ({@code device/delete}, 4.2.4); sent once.
     *
     * @param bin the organisation ({@code OrganizationBin})
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1501
     */
    void deleteDevice(Bin bin, DeviceToken device);

    /**
     * Opens a payment by QR ({@code qr/create}, 4.3.1); amount in tenge; sent once. An unknown outcome is harmless:
     * nobody holds the code, and it expires unpaid.
     *
     * @param bin the organisation ({@code OrganizationBin})
     * @return applied, or not with Rejected -1501, -1502, -99000002, 990000018, 990000026, 990000028, 990000033, or unknown
     */
    MoneyAnswer<QrPayment> createQr(Bin bin, Order order);

    /**
     * Opens a payment by link ({@code qr/create-link}, 4.3.2); amount in tenge; sent once. As with
     * {@link #createQr}, an unknown outcome is harmless.
     *
     * @param bin the organisation ({@code OrganizationBin})
     * @return applied, not applied with the codes of {@link #createQr}, or unknown
     */
    MoneyAnswer<LinkPayment> createLink(Bin bin, Order order);

    /**
     * The same client for calls with wishes of their own: {@code client.with(options).status(id)}. Connections and turns
     * at payments are shared, so it is cheap, and closing either closes both.
     */
    KaspiR3 with(RequestOptions options);

    /**
     * The same calls as futures that hold no thread while they wait.
     *
     * @return shares connections, turns and settings with this client
     */
    KaspiR3Async async();

    /**
     * Reads a purchase ({@code payment/details}, 4.4).
     *
     * @param device a till of the purchase's shop ({@code DeviceToken})
     * @return with total and refundable amounts in tenge
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1601: no such purchase
     */
    PaymentDetails details(long paymentId, DeviceToken device);

    /**
     * Refunds a purchase in part or whole without the customer ({@code payment/return}, 4.5); amount in tenge; sent
     * once. The refundable amount is read before, and again after a lost answer, to find out what became of it.
     *
     * @param bin the organisation that sold ({@code OrganizationBin})
     * @param device a till of the purchase's shop
     * @return applied, or not with Rejected -1501, -1502, -1601, -99000001 to -99000006, -99000011, -99000020, 990000018,
     *     or unknown
     */
    MoneyAnswer<Refund> refund(Bin bin, DeviceToken device, long paymentId, Tenge amount);

    /**
     * Looks up who would receive an invoice ({@code remote/client-info}, 4.6.1): at most 50 times a minute for a till.
     *
     * @return the customer's name ({@code ClientName}); personal data, not for logs
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1401, -1404, -1501, -99000002,
     *     990000018, 990000029, 990000031, 990000032
     */
    String customerName(Phone phone, DeviceToken device);

    /**
     * Invoices a customer by phone ({@code remote/create}, 4.6.2); amount in tenge; sent once. The customer has 24 hours.
     * After an unknown outcome nothing can be looked up: the invoice may be on the phone, so make no second one before
     * asking the customer or the bank.
     *
     * @param bin the organisation ({@code OrganizationBin})
     * @param comment what the customer reads ({@code Comment})
     * @return applied, or not with Rejected -1401, -1404, -1501, -99000002, 99000010, 990000018, 990000028, 990000032, or
     *     unknown
     */
    MoneyAnswer<RemoteInvoice> invoice(
            Bin bin, DeviceToken device, Phone phone, Tenge amount, Optional<String> comment);

    /**
     * Cancels an unpaid invoice ({@code remote/cancel}, 4.6.3); sent once. After a lost answer the status is asked once.
     *
     * @param bin the organisation that invoiced ({@code OrganizationBin})
     * @return applied with the new status, or not with Rejected -1401, -1404, -1501, -99000001, -99000002, 990000018, or
     *     unknown
     */
    MoneyAnswer<Cancellation> cancelInvoice(Bin bin, DeviceToken device, RemoteInvoice invoice);
}
