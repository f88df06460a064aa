package kz.paysandbox.features.adapter;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.EpaySettings;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.kaspi.KaspiR1;
import kz.paysandbox.adapters.kaspi.KaspiR2;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.payment.ApiKey;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.RetryPolicy;
import kz.paysandbox.adapters.transport.RetryingTransport;
import kz.paysandbox.adapters.transport.Surroundings;
import kz.paysandbox.features.chance.Chance;
import kz.paysandbox.features.driver.Kaspi;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.targets.Driver;
import kz.paysandbox.features.targets.EpayHosts;
import kz.paysandbox.features.targets.EpayShop;
import kz.paysandbox.features.targets.Identity;
import kz.paysandbox.features.targets.Need;
import kz.paysandbox.features.targets.Place;
import kz.paysandbox.features.wire.Tls;

/** The production adapters, without repeats and without waiting, so that each call is seen as it is. */
public final class AdapterDriver implements Driver {

    private record Key(URI base, Identity identity) {}

    private static final String NOBODY = "nobody";

    private final Map<Key, Kaspi> clients = new ConcurrentHashMap<>();
    private final Map<EpayHosts, RetryingTransport> ways = new ConcurrentHashMap<>();
    private final Chance chance;

    public AdapterDriver(Chance chance) {
        this.chance = chance;
    }

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

    /** A new client for each scenario, so that no token outlives the world that gave it out; the way is shared. */
    @Override
    public EpayConnection connect(EpayHosts hosts, EpayShop shop) {
        HttpSettings http = http();
        RetryingTransport way = ways.computeIfAbsent(hosts, used -> way(http, Tls.trusting(used.trust())));
        EpayClient client = EpayClient.of(EpaySettings.over(
                new EpaySettings.Hosts(hosts.oauth(), hosts.api(), hosts.widget()),
                new ClientCredentials(shop.clientId(), shop.secret(), shop.terminal()),
                http,
                way));
        return new EpayConnection(new AdapterEpay(client, shop.terminal()), Optional.empty());
    }

    private static RetryingTransport way(HttpSettings http, SSLContext tls) {
        return http.connect(() -> tls);
    }

    private HttpSettings http() {
        return HttpSettings.standard(
                        new Surroundings(Clock.systemUTC(), System::nanoTime, duration -> {}, () -> 0.5, chance::name))
                .withDeadline(Duration.ofSeconds(20))
                .withRetry(RetryPolicy.none());
    }

    private Kaspi client(Place place, Scheme scheme, Identity identity) {
        SSLContext tls = Tls.context(place.trust(), identity.certificate().filter(held -> scheme != Scheme.R1));
        KaspiSettings settings =
                KaspiSettings.of(place.base(scheme), http(), () -> tls).withTestHooks();
        return switch (scheme) {
            case R1 ->
                new AdapterR1(KaspiR1.of(settings, ApiKey.of(identity.apiKey().orElse(NOBODY))));
            case R2 -> new AdapterR2(KaspiR2.of(settings));
            case R3 -> new AdapterR3(KaspiR3.of(settings));
        };
    }
}
