package kz.paysandbox.adapters.merchant;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Till;

/**
 * One way for a shop to take money ({@code payment_config}): for this organisation, at this trade point, by this till.
 *
 * @param id the row
 * @param shop the shop's name
 * @param bin {@code OrganizationBin}
 * @param tradePointId {@code TradePointId}
 * @param deviceId the till's own name
 * @param device {@code DeviceToken}; works with its own BIN only
 * @param active whether it may be used
 * @param standard whether it is the shop's default
 * @param description for people
 * @param verifiedAt when the bank last accepted the till, if ever
 */
public record ShopConfig(
        long id,
        String shop,
        Bin bin,
        long tradePointId,
        String deviceId,
        DeviceToken device,
        boolean active,
        boolean standard,
        String description,
        Optional<Instant> verifiedAt) {
    /** How answers name it. */
    public Till till() {
        return new Till(Optional.of(bin), device);
    }
}
