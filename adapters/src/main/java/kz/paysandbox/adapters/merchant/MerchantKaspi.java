package kz.paysandbox.adapters.merchant;

import java.time.Clock;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.Bin;
import kz.paysandbox.adapters.kaspi.Cancellation;
import kz.paysandbox.adapters.kaspi.DeviceToken;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.LinkPayment;
import kz.paysandbox.adapters.kaspi.Order;
import kz.paysandbox.adapters.kaspi.PaymentStatus;
import kz.paysandbox.adapters.kaspi.Phone;
import kz.paysandbox.adapters.kaspi.QrPayment;
import kz.paysandbox.adapters.kaspi.Refund;
import kz.paysandbox.adapters.kaspi.RemoteInvoice;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;

/**
 * Scheme r3 for several shops and organisations: chooses BIN and till for each call, lets a shop use only its own, and
 * logs every operation before and after.
 */
public final class MerchantKaspi {
    private final KaspiR3 kaspi;
    private final ShopConfigs configs;
    private final PaymentLog log;

    private MerchantKaspi(KaspiR3 kaspi, ShopConfigs configs, PaymentLog log) {
        this.kaspi = kaspi;
        this.configs = configs;
        this.log = log;
    }

    /** Over a client of scheme r3 and a database. */
    public static MerchantKaspi of(KaspiR3 kaspi, Database database, Clock clock) {
        return new MerchantKaspi(kaspi, ShopConfigs.of(database, clock), PaymentLog.of(database, clock));
    }

    /** Which shop may use which BIN. */
    public ShopConfigs configs() {
        return configs;
    }

    /** What was done. */
    public PaymentLog log() {
        return log;
    }

    /**
     * Registers a till at the bank ({@code device/register}, 4.2.3) and keeps its token for the shop.
     *
     * @throws kz.paysandbox.adapters.error.PaymentException of the taxonomy; Rejected -1503, -99000002, 990000026
     */
    public ShopConfig register(String shop, Bin bin, long tradePointId, String deviceId, String description) {
        DeviceToken device = kaspi.registerDevice(bin, deviceId, tradePointId);
        return configs.save(shop, bin, tradePointId, deviceId, device, description);
    }

    /**
     * Opens a payment by QR ({@code qr/create}, 4.3.1) for the BIN asked for, or, without one, the shop's default; amount in tenge.
     *
     * @return as {@link KaspiR3#createQr}; the outcome is in the log
     * @throws BinSelection.NoSuchBin when the shop may not use the BIN, or named none and has no default
     */
    public MoneyAnswer<QrPayment> createQr(String shop, Optional<Bin> wanted, Tenge amount, String externalId) {
        ShopConfig config = choose(shop).forPayment(wanted);
        Order order = Order.of(config.device(), amount, externalId);
        return log.money(
                config,
                Operation.CREATE,
                Optional.of(externalId),
                Optional.of(amount),
                QrPayment::id,
                () -> kaspi.createQr(config.bin(), order));
    }

    /**
     * Opens a payment by link ({@code qr/create-link}, 4.3.2) for the BIN asked for, or, without one, the shop's default; amount in
     * tenge.
     *
     * @return as {@link KaspiR3} answers; the outcome is in the log
     * @throws BinSelection.NoSuchBin when the shop may not use the BIN, or named none and has no default
     */
    public MoneyAnswer<LinkPayment> createLink(String shop, Optional<Bin> wanted, Tenge amount, String externalId) {
        ShopConfig config = choose(shop).forPayment(wanted);
        Order order = Order.of(config.device(), amount, externalId);
        return log.money(
                config,
                Operation.CREATE,
                Optional.of(externalId),
                Optional.of(amount),
                LinkPayment::id,
                () -> kaspi.createLink(config.bin(), order));
    }

    /**
     * Invoices a customer by phone ({@code remote/create}, 4.6.2) for the BIN asked for, or, without one, the shop's default; amount in
     * tenge.
     *
     * @return as {@link KaspiR3} answers; the outcome is in the log
     * @throws BinSelection.NoSuchBin when the shop may not use the BIN, or named none and has no default
     */
    public MoneyAnswer<RemoteInvoice> invoice(
            String shop, Optional<Bin> wanted, Phone phone, Tenge amount, String externalId) {
        ShopConfig config = choose(shop).forPayment(wanted);
        return log.money(
                config,
                Operation.CREATE,
                Optional.of(externalId),
                Optional.of(amount),
                RemoteInvoice::id,
                () -> kaspi.invoice(config.bin(), config.device(), phone, amount, Optional.of(externalId)));
    }

    /**
     * Asks for a payment's state ({@code payment/status}, 4.3.3).
     *
     * @param bin the organisation that took the payment
     * @throws BinSelection.NoSuchBin when the shop may not use it
     */
    public PaymentStatus status(String shop, Bin bin, long paymentId) {
        ShopConfig config = choose(shop).forPaymentOf(bin);
        return log.readingOf(paymentId, config, () -> kaspi.status(paymentId));
    }

    /**
     * Refunds ({@code payment/return}, 4.5); amount in tenge.
     *
     * @param bin the organisation that took the payment
     * @throws BinSelection.NoSuchBin when the shop may not use it
     */
    public MoneyAnswer<Refund> refund(String shop, Bin bin, long paymentId, Tenge amount) {
        ShopConfig config = choose(shop).forPaymentOf(bin);
        return log.moneyOf(
                paymentId,
                config,
                Operation.REFUND,
                Optional.of(amount),
                () -> kaspi.refund(config.bin(), config.device(), paymentId, amount));
    }

    /**
     * Cancels an unpaid invoice ({@code remote/cancel}, 4.6.3).
     *
     * @param bin the organisation that made the invoice
     * @throws BinSelection.NoSuchBin when the shop may not use it
     */
    public MoneyAnswer<Cancellation> cancelInvoice(String shop, Bin bin, RemoteInvoice invoice) {
        ShopConfig config = choose(shop).forPaymentOf(bin);
        return log.moneyOf(
                invoice.id(),
                config,
                Operation.CANCEL,
                Optional.empty(),
                () -> kaspi.cancelInvoice(config.bin(), config.device(), invoice));
    }

    private BinSelection choose(String shop) {
        return new BinSelection(shop, configs.of(shop));
    }
}
