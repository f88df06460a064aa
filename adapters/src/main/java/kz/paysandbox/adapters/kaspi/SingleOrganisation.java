package kz.paysandbox.adapters.kaspi;

import java.util.List;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.TradePoint;
import kz.paysandbox.adapters.money.MoneyAnswer;

/** The calls that r1 and r2 have in common: key or certificate stand for one organisation, so no message names it. */
public interface SingleOrganisation extends KaspiScheme {
    /**
     * Lists the shops ({@code partner/tradepoints}; 2.2.2, 3.2.2); repeated after passing failures.
     *
     * @return at least one
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -14000002: there are none
     */
    List<TradePoint> tradePoints();

    /**
     * Registers a till ({@code device/register}; 2.2.3, 3.2.3). The same arguments give the same token, so it is
     * repeated after passing failures.
     *
     * @param deviceId the caller's own name of the till: Latin letters, digits, dash, underscore ({@code DeviceId})
     * @param tradePointId the shop ({@code TradePointId})
     * @return the till's token ({@code DeviceToken}), to be kept as a password is
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1503, -99000002, 990000026
     */
    DeviceToken registerDevice(String deviceId, long tradePointId);

    /**
     * Removes a till ({@code device/delete}; 2.2.4, 3.2.4); sent once.
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1501
     */
    void deleteDevice(DeviceToken device);

    /**
     * Opens a payment by QR ({@code qr/create}; 2.3.1, 3.3.1); amount in tenge; sent once. An unknown outcome is
     * harmless: nobody holds the code, and it expires unpaid.
     *
     * @return applied, or not with Rejected -1501, -1502, -99000002, 990000018, 990000026, 990000028, 990000033, or unknown
     */
    MoneyAnswer<QrPayment> createQr(Order order);

    /**
     * Opens a payment by link ({@code qr/create-link}; 2.3.2, 3.3.2); amount in tenge; sent once. As with
     * {@link #createQr}, an unknown outcome is harmless.
     *
     * @return applied, not applied with the codes of {@link #createQr}, or unknown
     */
    MoneyAnswer<LinkPayment> createLink(Order order);
}
