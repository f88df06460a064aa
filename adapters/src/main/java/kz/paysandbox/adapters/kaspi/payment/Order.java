package kz.paysandbox.adapters.kaspi.payment;

import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;

/**
 * An amount to be paid at a till (2.3.1, 2.3.2).
 *
 * @param device the till ({@code DeviceToken})
 * @param amount in tenge ({@code Amount})
 * @param externalId the order's number in the caller's books ({@code ExternalId})
 */
public record Order(DeviceToken device, Tenge amount, Optional<String> externalId) {
    /** Checks that there is something to pay. */
    public Order {
        if (!amount.positive()) {
            throw new IllegalArgumentException("an order is for more than nothing");
        }
    }

    /** An order with a number. */
    public static Order of(DeviceToken device, Tenge amount, String externalId) {
        return new Order(device, amount, Optional.of(externalId));
    }

    /** An order without a number. */
    public static Order of(DeviceToken device, Tenge amount) {
        return new Order(device, amount, Optional.empty());
    }
}
