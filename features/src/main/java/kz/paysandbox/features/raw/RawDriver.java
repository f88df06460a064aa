package kz.paysandbox.features.raw;

import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import kz.paysandbox.features.chance.Chance;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.targets.Driver;
import kz.paysandbox.features.targets.EpayHosts;
import kz.paysandbox.features.targets.EpayShop;
import kz.paysandbox.features.targets.Identity;
import kz.paysandbox.features.targets.Need;
import kz.paysandbox.features.targets.Place;
import kz.paysandbox.features.wire.EpayLine;
import kz.paysandbox.features.wire.JdkWire;
import kz.paysandbox.features.wire.Line;
import kz.paysandbox.features.wire.Pfx;
import kz.paysandbox.features.wire.Tls;
import kz.paysandbox.features.wire.Wire;

/** The wire format by its own hand. Connections of one identity are used again. */
public final class RawDriver implements Driver {

    private record Key(URI base, Optional<Pfx> held) {}

    private final UnaryOperator<Wire> between;
    private final Chance chance;
    private final Map<EpayHosts, Wire> online = new ConcurrentHashMap<>();
    private final Map<Key, Wire> wires = new ConcurrentHashMap<>();

    /**
     * @param between what stands between the suite and the bank
     */
    public RawDriver(UnaryOperator<Wire> between, Chance chance) {
        this.between = between;
        this.chance = chance;
    }

    public static RawDriver direct(Chance chance) {
        return new RawDriver(wire -> wire, chance);
    }

    @Override
    public String name() {
        return "raw";
    }

    @Override
    public Set<Need> offers() {
        return EnumSet.allOf(Need.class);
    }

    @Override
    public Connection connect(Place place, Scheme scheme, Identity identity) {
        Key key = new Key(place.base(scheme), identity.certificate().filter(held -> scheme != Scheme.R1));
        Wire wire = wires.computeIfAbsent(key, used -> JdkWire.over(Tls.context(place.trust(), used.held())));
        Line line = new Line(scheme, place.base(scheme), between.apply(wire), identity.apiKey(), chance::name);
        return new Connection(new RawKaspi(line), Optional.of(line));
    }

    @Override
    public EpayConnection connect(EpayHosts hosts, EpayShop shop) {
        Wire wire = online.computeIfAbsent(hosts, used -> JdkWire.over(Tls.trusting(used.trust())));
        EpayLine line = new EpayLine(hosts.oauth(), hosts.api(), between.apply(wire));
        return new EpayConnection(new RawEpay(line, shop), Optional.of(line));
    }
}
