package kz.paysandbox.features.targets;

import java.util.Optional;
import java.util.Set;
import kz.paysandbox.features.driver.Epay;
import kz.paysandbox.features.driver.Kaspi;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.wire.EpayLine;
import kz.paysandbox.features.wire.Line;

/** How the shop's calls are carried out. */
public interface Driver {

    String name();

    /** What scenarios may demand of it. */
    Set<Need> offers();

    /** A connection under a scheme, with what the shop proves itself with. */
    Connection connect(Place place, Scheme scheme, Identity identity);

    /** A connection to Halyk ePay for a shop. */
    EpayConnection connect(EpayHosts hosts, EpayShop shop);

    /**
     * ePay as a shop uses it.
     *
     * @param line the wire beneath, where the driver lets one look at it
     */
    record EpayConnection(Epay epay, Optional<EpayLine> line) {}

    /**
     * One scheme as a shop uses it.
     *
     * @param line the wire beneath, where the driver lets one look at it
     */
    record Connection(Kaspi kaspi, Optional<Line> line) {}
}
