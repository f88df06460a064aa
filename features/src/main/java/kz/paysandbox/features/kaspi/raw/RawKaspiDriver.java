package kz.paysandbox.features.kaspi.raw;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import kz.paysandbox.features.kaspi.driver.KaspiDriver;
import kz.paysandbox.features.kaspi.targets.Identity;
import kz.paysandbox.features.kaspi.targets.KaspiSite;
import kz.paysandbox.features.kaspi.wire.KaspiLine;
import kz.paysandbox.features.kaspi.wire.Scheme;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.wire.JdkWire;
import kz.paysandbox.features.wire.Pfx;
import kz.paysandbox.features.wire.Tls;
import kz.paysandbox.features.wire.Wire;

/** The wire format by the suite's own hand. Connections of one identity are used again. */
public final class RawKaspiDriver implements KaspiDriver {

    private record Key(URI base, Optional<Pfx> held) {}

    private final UnaryOperator<Wire> between;
    private final Randomness random;
    private final Map<Key, Wire> wires = new ConcurrentHashMap<>();

    /**
     * @param between what stands between the suite and the bank
     * @param random where request ids come from
     */
    public RawKaspiDriver(UnaryOperator<Wire> between, Randomness random) {
        this.between = between;
        this.random = random;
    }

    @Override
    public Connection connect(KaspiSite site, Scheme scheme, Identity identity) {
        URI base = site.base(scheme);
        Key key = new Key(base, identity.certificate().filter(held -> scheme != Scheme.R1));
        Wire wire = wires.computeIfAbsent(key, used -> JdkWire.over(Tls.context(site.trust(), used.held())));
        KaspiLine line = new KaspiLine(scheme, base, between.apply(wire), identity.apiKey(), random::name);
        return new Connection(new RawKaspi(line), Optional.of(line));
    }
}
