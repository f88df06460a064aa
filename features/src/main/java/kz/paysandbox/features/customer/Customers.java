package kz.paysandbox.features.customer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.paysandbox.features.targets.EpayHosts;
import kz.paysandbox.features.wire.JdkWire;
import kz.paysandbox.features.wire.Tls;
import kz.paysandbox.features.wire.Wire;

/** Gives each scenario's customer a browser; their connections are used again. Safe for parallel scenarios. */
public final class Customers {

    private final Map<EpayHosts, Wire> wires = new ConcurrentHashMap<>();

    public Browser at(EpayHosts hosts) {
        Wire wire = wires.computeIfAbsent(hosts, used -> JdkWire.over(Tls.trusting(used.trust())));
        return new Browser(wire, hosts.api());
    }
}
