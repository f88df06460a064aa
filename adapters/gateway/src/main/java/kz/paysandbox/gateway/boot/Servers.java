package kz.paysandbox.gateway.boot;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.gateway.address.AddressList;
import kz.paysandbox.gateway.boot.metrics.GatewayMetrics;
import kz.paysandbox.gateway.http.access.AccessTokens;
import kz.paysandbox.gateway.http.admin.AdminRoutes;
import kz.paysandbox.gateway.http.admin.WebhookRows;
import kz.paysandbox.gateway.http.card.CardDesk;
import kz.paysandbox.gateway.http.card.CardRoutes;
import kz.paysandbox.gateway.http.kaspi.CallsAMinute;
import kz.paysandbox.gateway.http.kaspi.KaspiDesk;
import kz.paysandbox.gateway.http.kaspi.KaspiRoutes;
import kz.paysandbox.gateway.http.page.PageRoutes;
import kz.paysandbox.gateway.http.route.Route;
import kz.paysandbox.gateway.http.server.Front;
import kz.paysandbox.gateway.http.server.Gate;
import kz.paysandbox.gateway.http.server.GatewayServer;
import kz.paysandbox.gateway.http.server.Listening;
import kz.paysandbox.gateway.http.server.Observation;
import kz.paysandbox.gateway.http.server.TraceContext;
import kz.paysandbox.gateway.pay.Attention;
import kz.paysandbox.gateway.pay.card.SavedCards;
import kz.paysandbox.gateway.store.GatewayDatabase;

/**
 * What the gateway listens on: one for shops, and perhaps one for operations.
 *
 * @param shops all rows
 * @param operations health and metrics alone
 */
record Servers(GatewayServer shops, Optional<GatewayServer> operations) implements AutoCloseable {
    /** Client-info a device and minute, by the bank's document. */
    private static final int CLIENT_INFO_A_MINUTE = 50;

    /** What the servers answer with. */
    record Parts(
            GatewayDatabase database,
            AccessTokens tokens,
            SecureRandom random,
            UseCases useCases,
            GatewayMetrics metrics,
            TraceContext traces,
            Health health) {}

    static Servers start(GatewaySettings settings, Parts parts, PublicAddress address) {
        ListenAddress listen = settings.listener(GatewaySetting.LISTEN).orElseThrow();
        refuseOpenDoor(settings, listen);
        Gate gate = new Gate(
                addresses(settings, GatewaySetting.TRUSTED_PROXIES),
                addresses(settings, GatewaySetting.ADMIN_ADDRESSES),
                addresses(settings, GatewaySetting.CALLBACK_ADDRESSES),
                Set.copyOf(settings.words(GatewaySetting.CORS_ORIGINS)),
                settings.flag(GatewaySetting.IDEMPOTENCY_REQUIRED));
        GatewayServer shops = GatewayServer.start(
                Listening.at(listen.host(), listen.port()),
                routes(settings, parts),
                front(parts, gate, new Observation(parts.metrics().requests(), parts.traces(), System::nanoTime)));
        address.listensOn(listen, shops.port());
        try {
            return new Servers(
                    shops, settings.listener(GatewaySetting.OPS_LISTEN).map(own -> operations(parts, own)));
        } catch (RuntimeException e) {
            shops.close();
            throw e;
        }
    }

    /** Tokens and customers' data do not cross a network in clear text. */
    private static void refuseOpenDoor(GatewaySettings settings, ListenAddress listen) {
        if (!listen.loopback() && settings.words(GatewaySetting.TRUSTED_PROXIES).isEmpty()) {
            throw new IllegalArgumentException(GatewaySetting.LISTEN.property() + ": " + listen.host()
                    + " is reached from other machines, without TLS: listen on 127.0.0.1, or name the proxy that ends TLS"
                    + " in " + GatewaySetting.TRUSTED_PROXIES.property());
        }
    }

    private static GatewayServer operations(Parts parts, ListenAddress own) {
        return GatewayServer.start(
                Listening.at(own.host(), own.port()),
                ServiceRoutes.forOperations(parts.health(), parts.metrics()::text),
                front(parts, Gate.OPEN, Observation.none(System::nanoTime)));
    }

    private static Front front(Parts parts, Gate gate, Observation observation) {
        return Front.of(parts.database(), parts.tokens(), parts.useCases().identity(), gate, observation);
    }

    private static List<Route> routes(GatewaySettings settings, Parts parts) {
        UseCases useCases = parts.useCases();
        Clock clock = useCases.identity().clock();
        List<Route> routes = new ArrayList<>(KaspiRoutes.rows(new KaspiDesk(
                parts.database(),
                useCases.banks(),
                useCases.guard(),
                useCases.kaspi(),
                useCases.looks(),
                new CallsAMinute(CLIENT_INFO_A_MINUTE, clock))));
        routes.addAll(CardRoutes.rows(new CardDesk(
                parts.database(),
                useCases.kaspi(),
                useCases.looks(),
                useCases.cards()
                        .map(cards -> new CardDesk.Epay(
                                cards,
                                new SavedCards(
                                        parts.database(),
                                        useCases.banks().epay().orElseThrow()),
                                useCases.callbacks().orElseThrow())))));
        routes.addAll(PageRoutes.rows(parts.database(), useCases.looks(), useCases.cards()));
        routes.addAll(AdminRoutes.rows(
                parts.database(),
                useCases.banks(),
                parts.tokens(),
                new Attention(parts.database(), useCases.banks(), useCases.ledger(), clock),
                new WebhookRows(
                        parts.database(),
                        clock,
                        parts.random(),
                        !settings.words(GatewaySetting.WEBHOOK_PRIVATE).isEmpty()),
                clock));
        routes.addAll(ServiceRoutes.forShops(parts.health(), parts.metrics()::text));
        return routes;
    }

    private static AddressList addresses(GatewaySettings settings, GatewaySetting setting) {
        return AddressList.parse(String.join(",", settings.words(setting)));
    }

    @Override
    public void close() {
        shops.close();
        operations.ifPresent(GatewayServer::close);
    }
}
