package kz.paysandbox.features.epay.driver;

import java.util.Optional;
import kz.paysandbox.features.bank.BankDriver;
import kz.paysandbox.features.epay.targets.EpayHosts;
import kz.paysandbox.features.epay.targets.EpayShop;
import kz.paysandbox.features.epay.wire.EpayLine;

/** One way to call Halyk ePay. */
public interface EpayDriver extends BankDriver {

    /** A connection for a shop. */
    Connection connect(EpayHosts hosts, EpayShop shop);

    /**
     * ePay as a shop uses it.
     *
     * @param line the wire beneath, where the driver lets one look at it
     */
    record Connection(Epay epay, Optional<EpayLine> line) {}
}
