package kz.paysandbox.emulator.boot;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.ControlEdge;
import kz.paysandbox.emulator.control.ControlEndpoint;
import kz.paysandbox.emulator.control.ControlEndpoints;
import kz.paysandbox.emulator.control.access.ControlAccess;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.bank.BankServer;
import kz.paysandbox.emulator.http.bank.BankTable;
import kz.paysandbox.emulator.http.bank.BankTable.ClientCertificates;
import kz.paysandbox.emulator.http.tls.CertificateRegistry;
import kz.paysandbox.emulator.http.tls.ClientTrust;
import kz.paysandbox.emulator.http.tls.ServerIdentity;
import kz.paysandbox.emulator.http.tls.ServerTls;
import kz.paysandbox.emulator.http.tls.ServerTls.ClientAuthentication;
import kz.paysandbox.emulator.page.PageEndpoints;

/** The listeners of a server: each table on its port. */
final class Listeners {

    private final ServerConfig config;
    private final Worlds worlds;
    private final PkiFolder pki;
    private final CertificateRegistry registry;
    private final ServerIdentity identity;

    Listeners(ServerConfig config, Worlds worlds, PkiFolder pki, CertificateRegistry registry) {
        this.config = config;
        this.worlds = worlds;
        this.pki = pki;
        this.registry = registry;
        this.identity = pki.identity();
    }

    List<Listener> of(List<BankServer> banks, ControlContext context, ControlAccess gate) {
        List<ControlEndpoint> table = ControlEndpoints.table(context);
        ControlEdge control = new ControlEdge(context, gate, table);
        return Stream.concat(
                        banks.stream()
                                .flatMap(bank -> bank.tables(worlds).stream())
                                .map(this::listener),
                        Stream.of(listener(
                                ServerSettings.CONTROL.name(),
                                Optional.empty(),
                                withPage(control.endpoints(table), gate),
                                control)))
                .toList();
    }

    /** The page's files hold nothing of any world: they are open without the token, as a browser asks for them first. */
    private static List<Endpoint> withPage(List<Endpoint> control, ControlAccess gate) {
        return Stream.concat(control.stream(), PageEndpoints.table(call -> gate.refusalOfAnybody(call)).stream())
                .toList();
    }

    private Listener listener(BankTable table) {
        ServerTls tls = table.clients() == ClientCertificates.NONE
                ? ServerTls.anonymous(identity)
                : new ServerTls(
                        identity,
                        Optional.of(new ClientAuthentication(trust(table.listener()), registry)),
                        table.clients() == ClientCertificates.REQUIRED);
        return listener(table.listener(), Optional.of(tls), table.endpoints(), table.edge());
    }

    private ClientTrust trust(String listener) {
        return ClientTrust.of(
                pki.file("kbs_ca.crt"),
                registry,
                world -> worlds.named(world).map(World::now),
                known -> worlds.named(known.world())
                        .filter(world -> world.faults().refusesHandshake(listener, Optional.of(known.name())))
                        .isPresent());
    }

    private Listener listener(String name, Optional<ServerTls> tls, List<Endpoint> endpoints, Edge edge) {
        return new Listener(
                name,
                config.binding().addresses(),
                config.port(name),
                tls,
                config.tellsReasons(),
                () -> isAnonymous(tls) && worlds.main().faults().refusesHandshake(name, Optional.empty()),
                endpoints,
                edge);
    }

    /** Where clients show certificates, those tell whose world's faults count; elsewhere it is the default world's. */
    private static boolean isAnonymous(Optional<ServerTls> tls) {
        return tls.filter(listener -> listener.clients().isEmpty()).isPresent();
    }
}
