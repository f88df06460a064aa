package kz.paysandbox.adapters.merchant;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.Bin;

/**
 * Which way of a shop's to take. Pure. A shop uses only its own BINs: rows of other shops are never looked at.
 *
 * @param shop the shop's name
 * @param configs rows to choose from
 */
public record BinSelection(String shop, List<ShopConfig> configs) {
    /** Keeps the shop's active rows: its default first, then the oldest. */
    public BinSelection {
        configs = configs.stream()
                .filter(config -> config.shop().equals(shop) && config.active())
                .sorted(Comparator.comparing((ShopConfig config) -> !config.standard())
                        .thenComparing(ShopConfig::id))
                .toList();
    }

    /**
     * For a new payment: the BIN asked for if the shop may use it, else the shop's default.
     *
     * @throws NoSuchBin when there is neither
     */
    public ShopConfig forPayment(Optional<Bin> wanted) {
        return wanted.flatMap(this::find)
                .or(() -> configs.stream().filter(ShopConfig::standard).findFirst())
                .orElseThrow(() -> new NoSuchBin("shop " + shop + " has no active configuration"
                        + wanted.map(bin -> " for BIN " + bin).orElse("") + " and no active default: register a till"
                        + " or choose a default"));
    }

    /**
     * For refund and cancellation: only the BIN that took the payment will do.
     *
     * @throws NoSuchBin when the shop may not use it
     */
    public ShopConfig forPaymentOf(Bin bin) {
        return find(bin)
                .orElseThrow(
                        () -> new NoSuchBin(
                                "shop " + shop + " may not act for BIN " + bin
                                        + ", or its configuration is switched off: refund and cancel with the BIN that took the payment"));
    }

    private Optional<ShopConfig> find(Bin bin) {
        return configs.stream().filter(config -> config.bin().equals(bin)).findFirst();
    }

    /** The shop has no way that fits. */
    public static final class NoSuchBin extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NoSuchBin(String message) {
            super(message);
        }
    }
}
