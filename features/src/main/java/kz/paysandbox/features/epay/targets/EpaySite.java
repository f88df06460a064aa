package kz.paysandbox.features.epay.targets;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.features.bank.BankSite;
import kz.paysandbox.features.bank.SandboxWorld;

/**
 * Halyk ePay as one scenario finds it.
 *
 * @param shops by the steps, 1 or 2, in which their terminals take money
 * @param orders numbers of orders, each once
 */
public record EpaySite(EpayHosts hosts, Map<Integer, EpayShop> shops, Supplier<String> orders) implements BankSite {

    public EpaySite {
        shops = Map.copyOf(shops);
    }

    /** In a world of a sandbox: one listener is all three hosts. */
    public static EpaySite inWorld(SandboxWorld world) {
        URI base = world.address().listener("epay");
        EpayHosts hosts = new EpayHosts(
                base,
                base,
                base.resolve("/payform/payment-api.js"),
                Optional.of(world.address().trust()));
        Map<Integer, EpayShop> shops = new HashMap<>();
        world.description()
                .path("epay")
                .path("shops")
                .forEach(shop -> shops.put(
                        shop.path("steps").asInt(),
                        new EpayShop(
                                shop.path("clientId").asText(),
                                shop.path("clientSecret").asText(),
                                shop.path("terminal").asText(),
                                shop.path("shopId").asText())));
        return new EpaySite(hosts, shops, world.orders());
    }

    /**
     * The online shop whose terminal takes money in so many steps.
     *
     * @throws IllegalStateException where there is none
     */
    public EpayShop shop(int steps) {
        return Optional.ofNullable(shops.get(steps))
                .orElseThrow(() -> new IllegalStateException("no shop of " + steps + " step(s) is given there"));
    }

    /** The next order's number; its last six digits are unlike those of other orders too (payment page). */
    public String invoice() {
        return orders.get();
    }
}
