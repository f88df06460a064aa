package kz.paysandbox.gateway.pay;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.merchant.ShopConfig;
import kz.paysandbox.adapters.merchant.ShopConfigs;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;

/** Which organisation and till a shop may use: its own active rows alone; BIN and device always of one row. */
public final class Guard {
    private final ShopConfigs configs;

    /** Over the table payment_config. */
    public Guard(ShopConfigs configs) {
        this.configs = configs;
    }

    /** The row that a payment is to be opened by. */
    public Result<ShopConfig> choose(String shop, Optional<Bin> bin, Optional<DeviceToken> device) {
        return choose(configs.of(shop), bin, device);
    }

    static Result<ShopConfig> choose(List<ShopConfig> rows, Optional<Bin> bin, Optional<DeviceToken> device) {
        List<ShopConfig> own = rows.stream()
                .filter(row -> bin.map(wanted -> wanted.equals(row.bin())).orElse(true))
                .toList();
        if (bin.isPresent() && own.isEmpty()) {
            return Result.refused(RefusalCode.BIN_NOT_ALLOWED, "the shop may not take payments for BIN " + bin.get());
        }
        if (device.isPresent()) {
            return of(own, device.get());
        }
        List<ShopConfig> active = own.stream().filter(ShopConfig::active).toList();
        return active.stream()
                .filter(ShopConfig::standard)
                .findFirst()
                .or(() -> bin.flatMap(given -> active.stream().findFirst()))
                .<Result<ShopConfig>>map(Result::of)
                .orElseGet(() -> Result.refused(
                        RefusalCode.NO_ACTIVE_CONFIGURATION,
                        bin.isPresent()
                                ? "the shop's configuration for BIN " + bin.get() + " is switched off"
                                : "the shop has no active default BIN: register a till, or name a BIN"));
    }

    private static Result<ShopConfig> of(List<ShopConfig> own, DeviceToken device) {
        Optional<ShopConfig> row =
                own.stream().filter(config -> config.device().equals(device)).findFirst();
        if (row.isEmpty()) {
            return Result.refused(RefusalCode.DEVICE_NOT_OF_BIN, "the device is not of this shop and BIN");
        }
        return row.get().active()
                ? Result.of(row.get())
                : Result.refused(RefusalCode.NO_ACTIVE_CONFIGURATION, "the device's configuration is switched off");
    }

    /** Why a payment is not of the organisation or till that its caller names, if it is not; the bank is not asked. */
    public Optional<Refusal> mismatch(Payment payment, Optional<Bin> bin, Optional<DeviceToken> device) {
        if (bin.filter(given -> !payment.bank().organizationBin().equals(Optional.of(given.value())))
                .isPresent()) {
            return Optional.of(Refusal.of(RefusalCode.BAD_BIN, "the payment was taken by another BIN"));
        }
        if (device.isPresent()
                && configs.of(payment.shop()).stream()
                        .filter(row -> payment.bank()
                                .organizationBin()
                                .equals(Optional.of(row.bin().value())))
                        .noneMatch(row -> row.device().equals(device.get()))) {
            return Optional.of(
                    Refusal.of(RefusalCode.DEVICE_NOT_OF_BIN, "the device is not of the payment's shop and BIN"));
        }
        return Optional.empty();
    }

    /**
     * The shop whose active row has this BIN and device, for an admin's token.
     *
     * @param rows of the BIN, of all shops
     */
    public static Result<String> shop(List<ShopConfig> rows, DeviceToken device) {
        List<String> shops = rows.stream()
                .filter(row -> row.active() && row.device().equals(device))
                .map(ShopConfig::shop)
                .distinct()
                .toList();
        return shops.size() == 1
                ? Result.of(shops.get(0))
                : Result.refused(
                        RefusalCode.SHOP_NOT_CLEAR,
                        shops.isEmpty()
                                ? "no shop has an active configuration of this BIN and device"
                                : "several shops have this BIN and device: use a shop's own token");
    }
}
