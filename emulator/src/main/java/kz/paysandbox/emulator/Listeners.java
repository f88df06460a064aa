package kz.paysandbox.emulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.emulator.control.ControlEdge;
import kz.paysandbox.emulator.control.ControlEndpoint;
import kz.paysandbox.emulator.control.ControlEndpoints;
import kz.paysandbox.emulator.control.ControlRoom;
import kz.paysandbox.emulator.control.Gate;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.epay.Cryptograms;
import kz.paysandbox.emulator.epay.EpayConfig;
import kz.paysandbox.emulator.epay.EpayEdge;
import kz.paysandbox.emulator.epay.EpayEndpoints;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.tls.CertificateRegistry;
import kz.paysandbox.emulator.http.tls.ClientTrust;
import kz.paysandbox.emulator.http.tls.ServerIdentity;
import kz.paysandbox.emulator.http.tls.ServerTls;
import kz.paysandbox.emulator.http.tls.ServerTls.ClientAuthentication;
import kz.paysandbox.emulator.kaspi.KaspiConfig;
import kz.paysandbox.emulator.kaspi.KaspiEdge;
import kz.paysandbox.emulator.kaspi.KaspiEndpoints;
import kz.paysandbox.emulator.kaspi.KaspiWire;
import kz.paysandbox.emulator.kaspi.Scheme;

/** Puts each table on its port. */
final class Listeners {

    private final EmulatorConfig config;
    private final Worlds worlds;
    private final KaspiConfig kaspi;
    private final EpayConfig epay;
    private final Cryptograms cryptograms;
    private final ServerTls anonymous;
    private final Function<String, ServerTls> mutual;

    Listeners(
            EmulatorConfig config,
            Worlds worlds,
            KaspiConfig kaspi,
            EpayConfig epay,
            Cryptograms cryptograms,
            PkiFolder pki,
            CertificateRegistry registry) {
        this.config = config;
        this.worlds = worlds;
        this.kaspi = kaspi;
        this.epay = epay;
        this.cryptograms = cryptograms;
        ServerIdentity identity = ServerIdentity.read(pki.file("server.crt"), pki.file("server.key"));
        this.anonymous = ServerTls.anonymous(identity);
        this.mutual = listener -> new ServerTls(
                identity,
                Optional.of(new ClientAuthentication(trust(pki.file("kbs_ca.crt"), registry, listener), registry)),
                KaspiConfig.demandsCertificate(config.settings()));
    }

    private ClientTrust trust(Path authority, CertificateRegistry registry, String listener) {
        return ClientTrust.of(
                authority,
                registry,
                world -> worlds.named(world).map(World::now),
                known -> worlds.named(known.world())
                        .filter(world -> world.faults().refusesHandshake(listener, Optional.of(known.name())))
                        .isPresent());
    }

    List<Listener> with(ControlRoom room, Gate gate) {
        KaspiWire wire = new KaspiWire(kaspi);
        List<Listener> listeners = new ArrayList<>();
        for (Scheme scheme : Scheme.values()) {
            KaspiEdge edge = new KaspiEdge(scheme, worlds, kaspi, wire);
            ServerTls tls = scheme == Scheme.R1 ? anonymous : mutual.apply(scheme.listener());
            listeners.add(listener(scheme.listener(), Optional.of(tls), edge.endpoints(KaspiEndpoints.TABLE), edge));
        }
        EpayEdge cards = new EpayEdge(worlds, epay, cryptograms);
        listeners.add(listener("epay", Optional.of(anonymous), cards.endpoints(EpayEndpoints.TABLE), cards));
        List<ControlEndpoint> table = ControlEndpoints.table(room);
        ControlEdge control = new ControlEdge(room, gate, table);
        listeners.add(listener("control", Optional.empty(), control.endpoints(table), control));
        return listeners;
    }

    private Listener listener(String name, Optional<ServerTls> tls, List<Endpoint> endpoints, Edge edge) {
        return new Listener(
                name,
                config.addresses(),
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
