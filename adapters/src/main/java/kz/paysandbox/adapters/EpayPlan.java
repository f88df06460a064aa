package kz.paysandbox.adapters;

import java.net.URI;
import java.nio.file.Path;
import kz.paysandbox.adapters.epay.EpaySettings.Hosts;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.tls.Trust;

/** The addresses of Halyk, the certificates to trust there, and the shop's credentials. */
record EpayPlan(Backend backend, Hosts hosts, Trust trust, ClientCredentials credentials) {
    private static final Hosts PRODUCTION = hosts(
            "https://epay-oauth.homebank.kz",
            "https://epay-api.homebank.kz",
            "https://epay.homebank.kz/payform/payment-api.js");
    private static final Hosts TEST = hosts(
            "https://test-epay-oauth.epayment.kz",
            "https://test-epay-api.epayment.kz",
            "https://test-epay.epayment.kz/payform/payment-api.js");

    /** As printed in the bank's documentation, for the sandbox. */
    private static final ClientCredentials PRINTED = new ClientCredentials(
            "test", "yF587AV9Ms94qN2QShFzVR3vFnWkhjbAK3sG", "67e34d63-102f-4bd1-898e-370781d0074d");

    static EpayPlan of(Settings settings) {
        Backend backend = BackendChoice.backend(settings, Setting.EPAY_BACKEND);
        Trust own =
                settings.find(Setting.EPAY_CA).map(Path::of).map(Trust::bank).orElseGet(Trust::system);
        return switch (backend) {
            case EMULATOR -> sandbox(settings);
            case TEST -> new EpayPlan(backend, named(settings, TEST), own, required(settings));
            case PRODUCTION -> new EpayPlan(backend, named(settings, PRODUCTION), own, required(settings));
            case CUSTOM ->
                new EpayPlan(
                        backend,
                        new Hosts(
                                settings.requireAddress(Setting.EPAY_OAUTH_URL),
                                settings.requireAddress(Setting.EPAY_API_URL),
                                settings.requireAddress(Setting.EPAY_WIDGET_URL)),
                        own,
                        required(settings));
        };
    }

    private static EpayPlan sandbox(Settings settings) {
        RunningSandbox sandbox = BackendChoice.sandbox(settings);
        URI base = sandbox.listener("epay");
        return new EpayPlan(
                Backend.EMULATOR,
                new Hosts(base, base, base.resolve("/payform/payment-api.js")),
                Trust.bank(sandbox.pki("ca-bundle.pem")),
                settings.find(Setting.EPAY_CLIENT_ID).isPresent() ? required(settings) : PRINTED);
    }

    private static Hosts named(Settings settings, Hosts usual) {
        return new Hosts(
                settings.address(Setting.EPAY_OAUTH_URL).orElse(usual.oauth()),
                settings.address(Setting.EPAY_API_URL).orElse(usual.api()),
                settings.address(Setting.EPAY_WIDGET_URL).orElse(usual.widget()));
    }

    private static ClientCredentials required(Settings settings) {
        return new ClientCredentials(
                settings.require(Setting.EPAY_CLIENT_ID),
                settings.findOrRead(Setting.EPAY_CLIENT_SECRET, Setting.EPAY_CLIENT_SECRET_FILE)
                        .orElseThrow(() -> Settings.missing(Setting.EPAY_CLIENT_SECRET)),
                settings.require(Setting.EPAY_TERMINAL));
    }

    private static Hosts hosts(String oauth, String api, String widget) {
        return new Hosts(URI.create(oauth), URI.create(api), URI.create(widget));
    }
}
