package kz.paysandbox.features.epay.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.features.bank.BankAccess;
import kz.paysandbox.features.bank.BankSite;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.bank.ProductionHosts;
import kz.paysandbox.features.bank.ScenarioNumbers;
import kz.paysandbox.features.bank.Settings;

/**
 * Halyk ePay as the settings describe it.
 *
 * @param shop whose terminal takes the money at once
 * @param holding a shop whose terminal holds it first
 */
public record EpayAccess(EpayHosts hosts, EpayShop shop, Optional<EpayShop> holding) implements BankAccess {

    private static final String TEST_OAUTH = "https://test-epay-oauth.epayment.kz";
    private static final String TEST_API = "https://test-epay-api.epayment.kz";
    private static final String TEST_WIDGET = "https://test-epay.epayment.kz/payform/payment-api.js";

    /**
     * The bank's test hosts, with the account that its pages print, unless the settings name others.
     *
     * @throws IllegalArgumentException where settings are missing, or name production
     */
    public static EpayAccess test(Settings settings, ProductionHosts production) {
        return of(
                settings,
                production,
                settings.find("EPAY_OAUTH_URL").orElse(TEST_OAUTH),
                settings.find("EPAY_API_URL").orElse(TEST_API),
                new EpayShop(
                        settings.find("EPAY_CLIENT_ID").orElse("test"),
                        settings.find("EPAY_CLIENT_SECRET").orElse("yF587AV9Ms94qN2QShFzVR3vFnWkhjbAK3sG"),
                        settings.find("EPAY_TERMINAL").orElse("67e34d63-102f-4bd1-898e-370781d0074d"),
                        settings.find("EPAY_SHOP_ID").orElse("")));
    }

    /**
     * By the settings' URLs.
     *
     * @return empty where the settings name no URL of ePay
     * @throws IllegalArgumentException where settings are missing, or name production
     */
    public static Optional<EpayAccess> custom(Settings settings, ProductionHosts production) {
        if (settings.find("EPAY_API_URL").isEmpty()
                && settings.find("EPAY_OAUTH_URL").isEmpty()) {
            return Optional.empty();
        }
        String oauth = settings.need("EPAY_OAUTH_URL");
        String api = settings.need("EPAY_API_URL");
        return Optional.of(of(
                settings,
                production,
                oauth,
                api,
                new EpayShop(
                        settings.need("EPAY_CLIENT_ID"),
                        settings.need("EPAY_CLIENT_SECRET"),
                        settings.need("EPAY_TERMINAL"),
                        settings.find("EPAY_SHOP_ID").orElse(""))));
    }

    @Override
    public Set<Need> offers() {
        return holding.isPresent() ? EnumSet.of(Need.TWO_STEPS) : Set.of();
    }

    @Override
    public BankSite open(ScenarioNumbers numbers) {
        Map<Integer, EpayShop> shops = new HashMap<>(Map.of(1, shop));
        holding.ifPresent(other -> shops.put(2, other));
        return new EpaySite(hosts, shops, numbers.orders());
    }

    private static EpayAccess of(
            Settings settings, ProductionHosts production, String oauth, String api, EpayShop shop) {
        EpayHosts hosts = new EpayHosts(
                production.refuse(URI.create(oauth)),
                production.refuse(URI.create(api)),
                production.refuse(URI.create(settings.find("EPAY_WIDGET_URL").orElse(TEST_WIDGET))),
                settings.find("EPAY_CA").map(Path::of));
        Optional<EpayShop> holding = settings.find("EPAY_HOLD_CLIENT_ID")
                .map(id -> new EpayShop(
                        id,
                        settings.need("EPAY_HOLD_CLIENT_SECRET"),
                        settings.need("EPAY_HOLD_TERMINAL"),
                        settings.find("EPAY_HOLD_SHOP_ID").orElse("")));
        return new EpayAccess(hosts, shop, holding);
    }
}
