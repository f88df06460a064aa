package kz.paysandbox.features.kaspi.adapter;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.features.adapter.AdapterHttp;
import kz.paysandbox.features.kaspi.driver.Kaspi;
import kz.paysandbox.features.kaspi.driver.KaspiDriver;
import kz.paysandbox.features.kaspi.targets.Identity;
import kz.paysandbox.features.kaspi.targets.KaspiSite;
import kz.paysandbox.features.kaspi.wire.Scheme;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.wire.Tls;

/** The production adapters; a client for each scheme and identity, used again. */
public final class AdapterKaspiDriver implements KaspiDriver {

    private record Key(URI base, Identity identity) {}

    private static final String NOBODY = "nobody";

    private final Map<Key, Kaspi> clients = new ConcurrentHashMap<>();
    private final Randomness random;

    public AdapterKaspiDriver(Randomness random) {
        this.random = random;
    }

    @Override
    public Connection connect(KaspiSite site, Scheme scheme, Identity identity) {
        Kaspi client =
                clients.computeIfAbsent(new Key(site.base(scheme), identity), used -> client(site, scheme, identity));
        return new Connection(client, Optional.empty());
    }

    private Kaspi client(KaspiSite site, Scheme scheme, Identity identity) {
        SSLContext tls = Tls.context(site.trust(), identity.certificate().filter(held -> scheme != Scheme.R1));
        KaspiSettings settings = KaspiSettings.of(site.base(scheme), AdapterHttp.settings(random), () -> tls)
                .withTestHooks();
        return switch (scheme) {
            case R1 ->
                new AdapterSingleOrganisation<>(
                        KaspiR1.of(settings, ApiKey.of(identity.apiKey().orElse(NOBODY))));
            case R2 -> new AdapterR2(KaspiR2.of(settings));
            case R3 -> new AdapterR3(KaspiR3.of(settings));
        };
    }
}
