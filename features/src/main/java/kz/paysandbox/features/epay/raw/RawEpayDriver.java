package kz.paysandbox.features.epay.raw;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import kz.paysandbox.features.epay.driver.EpayDriver;
import kz.paysandbox.features.epay.targets.EpayHosts;
import kz.paysandbox.features.epay.targets.EpayShop;
import kz.paysandbox.features.epay.wire.EpayLine;
import kz.paysandbox.features.wire.JdkWire;
import kz.paysandbox.features.wire.Tls;
import kz.paysandbox.features.wire.Wire;

/** The wire format by the suite's own hand. Connections to the same hosts are used again. */
public final class RawEpayDriver implements EpayDriver {

    private final UnaryOperator<Wire> between;
    private final Map<EpayHosts, Wire> wires = new ConcurrentHashMap<>();

    /**
     * @param between what stands between the suite and the bank
     */
    public RawEpayDriver(UnaryOperator<Wire> between) {
        this.between = between;
    }

    @Override
    public Connection connect(EpayHosts hosts, EpayShop shop) {
        Wire wire = wires.computeIfAbsent(hosts, used -> JdkWire.over(Tls.trusting(used.trust())));
        EpayLine line = new EpayLine(hosts.oauth(), hosts.api(), between.apply(wire));
        return new Connection(new RawEpay(line, shop), Optional.of(line));
    }
}
