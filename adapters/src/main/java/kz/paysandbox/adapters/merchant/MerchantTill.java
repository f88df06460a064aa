package kz.paysandbox.adapters.merchant;

import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.merchant.BinSelection.NoSuchBin;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;

/**
 * New payments at one row of {@code payment_config}: nothing is chosen, and no other row is taken instead. Whether the
 * row may be used is asked at each call, as is its token.
 */
public final class MerchantTill {
    private final Openings openings;
    private final ShopConfig config;

    MerchantTill(Openings openings, ShopConfig config) {
        this.openings = openings;
        this.config = config;
    }

    /**
     * Opens a payment by QR, otherwise as {@link MerchantKaspi#createQr}.
     *
     * @param amount in tenge
     * @param order the shop's own number, 1 to 100 characters
     * @throws NoSuchBin when a payment is to be opened, and the row is switched off, or none of its shop
     * @throws OrderConflict when the order was opened at another row, for another amount, or otherwise than by QR
     * @throws kz.paysandbox.adapters.merchant.store.StoreFailed before the call leaves
     */
    public MoneyAnswer<QrPayment> createQr(Tenge amount, String order) {
        return openings.qr(Openings.Demand.at(config, amount, order));
    }

    /**
     * Opens a payment by link ({@link MerchantKaspi#createLink}), otherwise as {@link #createQr}.
     *
     * @param amount in tenge
     */
    public MoneyAnswer<LinkPayment> createLink(Tenge amount, String order) {
        return openings.link(Openings.Demand.at(config, amount, order));
    }

    /**
     * Invoices a customer by phone ({@link MerchantKaspi#invoice}), otherwise as {@link #createQr}.
     *
     * @param amount in tenge
     * @param message what the customer reads ({@code Comment})
     */
    public MoneyAnswer<RemoteInvoice> invoice(Phone phone, Tenge amount, String order, Optional<String> message) {
        return openings.invoice(Openings.Demand.at(config, amount, order), phone, message);
    }

    /** The code that an order was given, if it was opened by QR and its answer is kept; the bank is not asked. */
    public Optional<QrPayment> openedQr(String order) {
        return openings.kept(config.shop(), order, Opening.QR);
    }

    /** The link that an order was given, if it was opened by link and its answer is kept; the bank is not asked. */
    public Optional<LinkPayment> openedLink(String order) {
        return openings.kept(config.shop(), order, Opening.LINK);
    }
}
