package kz.paysandbox.adapters;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.adapters.tls.Identity;
import kz.paysandbox.adapters.tls.Password;
import kz.paysandbox.adapters.tls.Trust;

/** The address of one scheme of Kaspi, the certificates to trust there, and the caller's identity. */
record KaspiPlan(Backend backend, URI base, Trust trust, Identity identity, Optional<ApiKey> apiKey) {
    private static final Map<String, String> PRODUCTION = Map.of(
            "r1", "https://qrapi-key.kaspi.kz",
            "r2", "https://qrapi-cert.kaspi.kz",
            "r3", "https://qrapi-cert-ip.kaspi.kz");
    private static final Map<String, String> TEST = Map.of(
            "r1", "https://mtokentest.kaspi.kz:8543",
            "r2", "https://mtokentest.kaspi.kz:8544",
            "r3", "https://mtokentest.kaspi.kz:8545");
    private static final String SANDBOX_KEY = "test_sandbox";

    static KaspiPlan of(Settings settings, String scheme) {
        Backend backend = BackendChoice.backend(settings, Setting.KASPI_BACKEND);
        Setting url = Setting.valueOf("KASPI_" + scheme.toUpperCase(Locale.ROOT) + "_URL");
        boolean keyed = scheme.equals("r1");
        return switch (backend) {
            case EMULATOR -> sandbox(settings, scheme, keyed);
            case TEST -> bank(settings, backend, settings.address(url).orElseGet(() -> usual(TEST, scheme)), keyed);
            case PRODUCTION ->
                bank(settings, backend, settings.address(url).orElseGet(() -> usual(PRODUCTION, scheme)), keyed);
            case CUSTOM -> bank(settings, backend, settings.requireAddress(url), keyed);
        };
    }

    private static KaspiPlan sandbox(Settings settings, String scheme, boolean keyed) {
        RunningSandbox sandbox = BackendChoice.sandbox(settings);
        Identity merchant = Identity.pfx(sandbox.pki("merchant.pfx"), Password.file(sandbox.pki("merchant.password")));
        return new KaspiPlan(
                Backend.EMULATOR,
                sandbox.listener("kaspi-" + scheme),
                settings.find(Setting.KASPI_CA)
                        .map(Path::of)
                        .map(Trust::bank)
                        .orElseGet(() -> Trust.bank(sandbox.pki("ca-bundle.pem"))),
                keyed ? Identity.none() : identity(settings).orElse(merchant),
                keyed ? key(settings).or(() -> Optional.of(ApiKey.of(SANDBOX_KEY))) : Optional.empty());
    }

    private static URI usual(Map<String, String> hosts, String scheme) {
        return URI.create(hosts.getOrDefault(scheme, ""));
    }

    private static KaspiPlan bank(Settings settings, Backend backend, URI base, boolean keyed) {
        Trust trust = Trust.bank(Path.of(settings.require(Setting.KASPI_CA)));
        return new KaspiPlan(
                backend,
                base,
                settings.find(Setting.KASPI_CA_PIN).map(trust::pinned).orElse(trust),
                keyed ? Identity.none() : identity(settings).orElseThrow(() -> Settings.missing(Setting.KASPI_PFX)),
                keyed
                        ? Optional.of(key(settings).orElseThrow(() -> Settings.missing(Setting.KASPI_API_KEY)))
                        : Optional.empty());
    }

    private static Optional<ApiKey> key(Settings settings) {
        return settings.findOrRead(Setting.KASPI_API_KEY, Setting.KASPI_API_KEY_FILE)
                .map(ApiKey::of);
    }

    private static Optional<Identity> identity(Settings settings) {
        Password password = settings.find(Setting.KASPI_PASSWORD)
                .map(Password::of)
                .or(() ->
                        settings.find(Setting.KASPI_PASSWORD_FILE).map(Path::of).map(Password::file))
                .orElseGet(Password::none);
        Optional<Path> pfx = settings.find(Setting.KASPI_PFX).map(Path::of);
        if (pfx.isPresent()) {
            return Optional.of(Identity.pfx(pfx.get(), password));
        }
        return settings.find(Setting.KASPI_CERTIFICATE)
                .map(certificate ->
                        Identity.pem(Path.of(certificate), Path.of(settings.require(Setting.KASPI_KEY)), password));
    }
}
