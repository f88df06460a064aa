package kz.paysandbox.features.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Halyk ePay as the settings describe it.
 *
 * @param shop whose terminal takes the money at once
 * @param holding a shop whose terminal holds it first
 */
record EpayAccess(EpayHosts hosts, EpayShop shop, Optional<EpayShop> holding) {

    private static final String TEST_OAUTH = "https://test-epay-oauth.epayment.kz";
    private static final String TEST_API = "https://test-epay-api.epayment.kz";
    private static final String TEST_WIDGET = "https://test-epay.epayment.kz/payform/payment-api.js";

    /** With the account that the bank's pages print, unless the settings name another. */
    static EpayAccess test(Setup setup) {
        return of(
                setup,
                setup.find("EPAY_OAUTH_URL").orElse(TEST_OAUTH),
                setup.find("EPAY_API_URL").orElse(TEST_API),
                new EpayShop(
                        setup.find("EPAY_CLIENT_ID").orElse("test"),
                        setup.find("EPAY_CLIENT_SECRET").orElse("yF587AV9Ms94qN2QShFzVR3vFnWkhjbAK3sG"),
                        setup.find("EPAY_TERMINAL").orElse("67e34d63-102f-4bd1-898e-370781d0074d"),
                        setup.find("EPAY_SHOP_ID").orElse("")));
    }

    /** Empty where the settings name no URL of ePay. */
    static Optional<EpayAccess> custom(Setup setup) {
        if (setup.find("EPAY_API_URL").isEmpty() && setup.find("EPAY_OAUTH_URL").isEmpty()) {
            return Optional.empty();
        }
        String oauth = setup.need("EPAY_OAUTH_URL");
        String api = setup.need("EPAY_API_URL");
        return Optional.of(of(
                setup,
                oauth,
                api,
                new EpayShop(
                        setup.need("EPAY_CLIENT_ID"),
                        setup.need("EPAY_CLIENT_SECRET"),
                        setup.need("EPAY_TERMINAL"),
                        setup.find("EPAY_SHOP_ID").orElse(""))));
    }

    boolean holds() {
        return holding.isPresent();
    }

    private static EpayAccess of(Setup setup, String oauth, String api, EpayShop shop) {
        EpayHosts hosts = new EpayHosts(
                Production.refuse(URI.create(oauth)),
                Production.refuse(URI.create(api)),
                Production.refuse(URI.create(setup.find("EPAY_WIDGET_URL").orElse(TEST_WIDGET))),
                setup.find("EPAY_CA").map(Path::of));
        Optional<EpayShop> holding = setup.find("EPAY_HOLD_CLIENT_ID")
                .map(id -> new EpayShop(
                        id,
                        setup.need("EPAY_HOLD_CLIENT_SECRET"),
                        setup.need("EPAY_HOLD_TERMINAL"),
                        setup.find("EPAY_HOLD_SHOP_ID").orElse("")));
        return new EpayAccess(hosts, shop, holding);
    }
}
