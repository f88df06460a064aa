package kz.paysandbox.emulator.epay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.bank.BannerSection;
import kz.paysandbox.emulator.core.bank.Site;

/** The variables and banner lines about ePay for applications and their developers: the first shop of a world. */
final class EpayGuide {

    private EpayGuide() {}

    static Map<String, String> environment(Site site) {
        String url = site.url(EpayModule.LISTENER);
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("EPAY_OAUTH_URL", url);
        variables.put("EPAY_API_URL", url);
        variables.put("EPAY_WIDGET_URL", url + "/payform/payment-api.js");
        variables.put("EPAY_CLIENT_ID", credential(site, "clientId", "client-id"));
        variables.put("EPAY_CLIENT_SECRET", credential(site, "clientSecret", "client-secret"));
        variables.put("EPAY_TERMINAL", credential(site, "terminal", "terminal"));
        return variables;
    }

    static List<BannerSection> banner(Site site) {
        String url = site.url(EpayModule.LISTENER);
        return List.of(new BannerSection(
                "Halyk ePay",
                url,
                "curl --cacert '" + site.file("ca-bundle.pem") + "' -d grant_type=client_credentials -d scope=payment"
                        + " -d client_id=" + credential("client-id") + " -d client_secret="
                        + credential("client-secret") + " -d terminal=" + credential("terminal") + " " + url
                        + "/oauth2/token"));
    }

    /** The one of the running sandbox's world, else that of every default world. */
    private static String credential(Site site, String key, String name) {
        return site.described().apply(key).orElseGet(() -> credential(name));
    }

    private static String credential(String name) {
        return EpayWorld.mainCredentials().getOrDefault(EpayModule.NAME + "." + name, "");
    }
}
