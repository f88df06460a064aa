package kz.paysandbox.features.adapter;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.kaspi.ApiKey;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.RetryPolicy;
import kz.paysandbox.adapters.transport.Surroundings;
import kz.paysandbox.features.driver.Kaspi;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.targets.Driver;
import kz.paysandbox.features.targets.Identity;
import kz.paysandbox.features.targets.Need;
import kz.paysandbox.features.targets.Place;
import kz.paysandbox.features.wire.Tls;

/** The production adapters, without repeats and without waiting, so that each call is seen as it is. */
public final class AdapterDriver implements Driver {

    private record Key(URI base, Identity identity) {}

    private static final String NOBODY = "nobody";

    private final Map<Key, Kaspi> clients = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "adapter";
    }

    @Override
    public Set<Need> offers() {
        return EnumSet.complementOf(EnumSet.of(Need.WIRE));
    }

    @Override
    public Connection connect(Place place, Scheme scheme, Identity identity) {
        Kaspi client =
                clients.computeIfAbsent(new Key(place.base(scheme), identity), used -> client(place, scheme, identity));
        return new Connection(client, Optional.empty());
    }

    private static Kaspi client(Place place, Scheme scheme, Identity identity) {
        SSLContext tls = Tls.context(place.trust(), identity.certificate().filter(held -> scheme != Scheme.R1));
        HttpSettings http = HttpSettings.standard(new Surroundings(
                        Clock.systemUTC(),
                        System::nanoTime,
                        duration -> {},
                        () -> 0.5,
                        () -> UUID.randomUUID().toString()))
                .withDeadline(Duration.ofSeconds(20))
                .withRetry(RetryPolicy.none());
        KaspiSettings settings =
                KaspiSettings.of(place.base(scheme), http, () -> tls).withTestHooks();
        return switch (scheme) {
            case R1 ->
                new AdapterR1(KaspiR1.of(settings, ApiKey.of(identity.apiKey().orElse(NOBODY))));
            case R2 -> new AdapterR2(KaspiR2.of(settings));
            case R3 -> new AdapterR3(KaspiR3.of(settings));
        };
    }
}
