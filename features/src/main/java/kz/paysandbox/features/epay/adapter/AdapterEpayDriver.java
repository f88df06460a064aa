package kz.paysandbox.features.epay.adapter;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.EpaySettings;
import kz.paysandbox.adapters.epay.payment.ClientCredentials;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.RetryingTransport;
import kz.paysandbox.features.adapter.AdapterHttp;
import kz.paysandbox.features.epay.driver.EpayDriver;
import kz.paysandbox.features.epay.targets.EpayHosts;
import kz.paysandbox.features.epay.targets.EpayShop;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.wire.Tls;

/** The production adapter. Connections to the same hosts are used again. */
public final class AdapterEpayDriver implements EpayDriver {

    private final Map<EpayHosts, RetryingTransport> transports = new ConcurrentHashMap<>();
    private final Randomness random;

    public AdapterEpayDriver(Randomness random) {
        this.random = random;
    }

    /** A new client for each scenario, so that no token outlives the world that gave it out. */
    @Override
    public Connection connect(EpayHosts hosts, EpayShop shop) {
        HttpSettings http = AdapterHttp.settings(random);
        RetryingTransport transport =
                transports.computeIfAbsent(hosts, used -> connect(http, Tls.trusting(used.trust())));
        EpayClient client = EpayClient.of(EpaySettings.over(
                new EpaySettings.Hosts(hosts.oauth(), hosts.api(), hosts.widget()),
                new ClientCredentials(shop.clientId(), shop.secret(), shop.terminal()),
                http,
                transport));
        return new Connection(new AdapterEpay(client, shop.terminal()), Optional.empty());
    }

    private static RetryingTransport connect(HttpSettings http, SSLContext tls) {
        return http.connect(() -> tls);
    }
}
