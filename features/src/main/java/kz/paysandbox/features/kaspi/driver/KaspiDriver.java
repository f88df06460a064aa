package kz.paysandbox.features.kaspi.driver;

import java.util.Optional;
import kz.paysandbox.features.bank.BankDriver;
import kz.paysandbox.features.kaspi.targets.Identity;
import kz.paysandbox.features.kaspi.targets.KaspiSite;
import kz.paysandbox.features.kaspi.wire.KaspiLine;
import kz.paysandbox.features.kaspi.wire.Scheme;

/** One way to call Kaspi Pay. */
public interface KaspiDriver extends BankDriver {

    /** A connection under a scheme, with what the shop proves itself with. */
    Connection connect(KaspiSite site, Scheme scheme, Identity identity);

    /**
     * One scheme as a shop uses it.
     *
     * @param line the wire beneath, where the driver lets one look at it
     */
    record Connection(Kaspi kaspi, Optional<KaspiLine> line) {}
}
