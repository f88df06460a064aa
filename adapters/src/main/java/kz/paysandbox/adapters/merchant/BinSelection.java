package kz.paysandbox.adapters.merchant;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;

/**
 * The choice of a shop's BIN and till. Pure. A shop uses only its own BINs: rows of other shops are never looked at.
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
     * For a new payment: the BIN asked for, or, where none is named, the shop's default. A BIN that the shop may not use is
     * never replaced by another: the money would go to the wrong organisation.
     *
     * @throws NoSuchBin when the shop may not use the BIN, or named none and has no active default
     */
    public ShopConfig forPayment(Optional<Bin> wanted) {
        return wanted.map(this::allowed)
                .orElseGet(() -> configs.stream()
                        .filter(ShopConfig::standard)
                        .findFirst()
                        .orElseThrow(() -> new NoSuchBin("shop " + shop
                                + " has no active default: name a BIN, register a till or choose a default")));
    }

    /**
     * For a new payment at one row; no other is taken instead, not even one of the same BIN.
     *
     * @return the row as it is now
     * @throws NoSuchBin when it is none of the shop's, or switched off
     */
    public ShopConfig exactly(ShopConfig row) {
        return configs.stream()
                .filter(config -> config.id() == row.id()
                        && config.bin().equals(row.bin())
                        && config.tradePointId() == row.tradePointId())
                .findFirst()
                .orElseThrow(() -> new NoSuchBin("shop " + shop + " may not take payments at row " + row.id()
                        + " of payment_config, or it is switched off: register its till, or name another row"));
    }

    private ShopConfig allowed(Bin bin) {
        return configs.stream()
                .filter(config -> config.bin().equals(bin))
                .findFirst()
                .orElseThrow(() -> new NoSuchBin("shop " + shop + " may not take payments for BIN " + bin
                        + ", or its configuration is switched off: register a till for it, or name another BIN"));
    }

    /** The shop has no way that fits. */
    public static final class NoSuchBin extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        NoSuchBin(String message) {
            super(message);
        }
    }
}
