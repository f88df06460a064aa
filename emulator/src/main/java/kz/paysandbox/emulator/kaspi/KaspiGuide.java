package kz.paysandbox.emulator.kaspi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.bank.BannerSection;
import kz.paysandbox.emulator.core.bank.Site;
import kz.paysandbox.emulator.http.tls.KeyMaterialException;
import kz.paysandbox.emulator.kaspi.call.KaspiSettings;
import kz.paysandbox.emulator.kaspi.call.KaspiWorld;
import kz.paysandbox.emulator.kaspi.domain.Scheme;

/** The variables and banner lines about Kaspi Pay for applications and their developers. */
final class KaspiGuide {

    private KaspiGuide() {}

    /** The variables; the key is that of the running sandbox's default world, else the one that is set. */
    static Map<String, String> environment(Site site) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Scheme scheme : Scheme.values()) {
            variables.put("KASPI_" + scheme.name() + "_URL", site.url(scheme.listener()));
        }
        variables.put(
                "KASPI_API_KEY",
                site.described().apply("apiKey").orElseGet(() -> site.settings().text(KaspiSettings.API_KEY)));
        variables.put("KASPI_CERT", site.file("merchant.cer"));
        variables.put("KASPI_KEY", site.file("merchant.key"));
        variables.put("KASPI_PFX", site.file("merchant.pfx"));
        variables.put("KASPI_KEY_PASSWORD", password(site.pki().resolve("merchant.password")));
        variables.put("KASPI_KEY_PLAIN", site.file("merchant-plain.key"));
        variables.put("KASPI_CA", site.file("ca-bundle.pem"));
        variables.put("KASPI_TRUSTSTORE", site.file("ca-bundle.p12"));
        variables.put("KASPI_TRUSTSTORE_PASSWORD", "changeit");
        variables.put("KASPI_BIN", KaspiWorld.FIRST_BIN);
        return variables;
    }

    static List<BannerSection> banner(Site site) {
        String curl = "curl --cacert '" + site.file("ca-bundle.pem") + "'";
        String mutual = curl + " --cert '" + site.file("merchant.cer") + "' --key '" + site.file("merchant.key")
                + "' --pass \"$(cat '" + site.file("merchant.password") + "')\"";
        String key = site.settings().text(KaspiSettings.API_KEY).replace("'", "'\\''");
        return List.of(
                section(site, Scheme.R1, curl + " -H 'Api-Key: " + key + "'", ""),
                section(site, Scheme.R2, mutual, ""),
                section(site, Scheme.R3, mutual, "/" + KaspiWorld.FIRST_BIN));
    }

    private static BannerSection section(Site site, Scheme scheme, String curl, String organization) {
        String url = site.url(scheme.listener()) + "/" + scheme.label() + "/v01";
        String requestId = " -H \"X-Request-ID: " + scheme.label() + "-$$-$(date +%s)\" ";
        return new BannerSection(
                "Kaspi " + scheme.label(), url, curl + requestId + url + "/partner/tradepoints" + organization);
    }

    private static String password(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException missing) {
            throw new KeyMaterialException(file + " cannot be read; make it with: sandbox certs init", missing);
        }
    }
}
