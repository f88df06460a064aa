package kz.paysandbox.junit;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an application is told of a world, by the names of the adapters' settings and of {@code sandbox env}. */
record WorldSettings(SandboxWorld world, WorldIdentity.IdentityFiles files, Path authorities) {

    /** The settings of {@code kz.paysandbox.adapters}. */
    Map<String, String> adapters() {
        EpayShop shop = world.epay();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("kzpay.backend", "custom");
        settings.put("kzpay.kaspi.r1.url", world.base("kaspi-r1"));
        settings.put("kzpay.kaspi.r2.url", world.base("kaspi-r2"));
        settings.put("kzpay.kaspi.r3.url", world.base("kaspi-r3"));
        settings.put("kzpay.kaspi.api-key", world.apiKey());
        settings.put("kzpay.kaspi.pfx", files.pfx().toString());
        settings.put("kzpay.kaspi.password", files.password());
        settings.put("kzpay.kaspi.ca", authorities.toString());
        settings.put("kzpay.epay.oauth.url", shop.oauthUrl().toString());
        settings.put("kzpay.epay.api.url", shop.apiUrl().toString());
        settings.put("kzpay.epay.widget.url", shop.widgetUrl().toString());
        settings.put("kzpay.epay.client-id", shop.clientId());
        settings.put("kzpay.epay.client-secret", shop.clientSecret());
        settings.put("kzpay.epay.terminal", shop.terminal());
        settings.put("kzpay.epay.ca", authorities.toString());
        return settings;
    }

    /** The variables that {@code sandbox env} prints, and the device and the world. */
    Map<String, String> variables() {
        EpayShop shop = world.epay();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("KASPI_R1_URL", world.base("kaspi-r1"));
        variables.put("KASPI_R2_URL", world.base("kaspi-r2"));
        variables.put("KASPI_R3_URL", world.base("kaspi-r3"));
        variables.put("KASPI_API_KEY", world.apiKey());
        variables.put("KASPI_CERT", files.certificate().toString());
        variables.put("KASPI_KEY", files.key().toString());
        variables.put("KASPI_KEY_PLAIN", files.key().toString());
        variables.put("KASPI_PFX", files.pfx().toString());
        variables.put("KASPI_KEY_PASSWORD", files.password());
        variables.put("KASPI_CA", authorities.toString());
        variables.put("KASPI_TRUSTSTORE", files.trustStore().toString());
        variables.put("KASPI_TRUSTSTORE_PASSWORD", WorldIdentity.TRUST_PASSWORD);
        variables.put("KASPI_BIN", world.bin());
        variables.put("KASPI_DEVICE_TOKEN", world.deviceToken());
        variables.put("EPAY_OAUTH_URL", shop.oauthUrl().toString());
        variables.put("EPAY_API_URL", shop.apiUrl().toString());
        variables.put("EPAY_WIDGET_URL", shop.widgetUrl().toString());
        variables.put("EPAY_CLIENT_ID", shop.clientId());
        variables.put("EPAY_CLIENT_SECRET", shop.clientSecret());
        variables.put("EPAY_TERMINAL", shop.terminal());
        variables.put("SANDBOX_CONTROL_URL", world.control().base().toString());
        variables.put("SANDBOX_WORLD", world.name());
        return variables;
    }
}
