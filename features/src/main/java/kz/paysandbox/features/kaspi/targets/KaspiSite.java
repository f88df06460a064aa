package kz.paysandbox.features.kaspi.targets;

import java.net.URI;
import java.nio.file.Path;
import kz.paysandbox.features.bank.BankSite;
import kz.paysandbox.features.kaspi.wire.Scheme;

/** Kaspi Pay as one scenario finds it. */
public interface KaspiSite extends BankSite {

    /** Scheme, host and port. */
    URI base(Scheme scheme);

    /** The PEM bundle of the bank's authorities. */
    Path trust();

    /** What the shop of the scenario proves itself with. */
    Identity identity();

    /** The organisation of the document's sample, or the one that the settings name. */
    String bin();

    /** The number under which the target knows a trade point of the scenarios. */
    long tradePoint(long ofScenario);

    /** A till's name, apart from the tills of other scenarios. */
    String till(String ofScenario);
}
