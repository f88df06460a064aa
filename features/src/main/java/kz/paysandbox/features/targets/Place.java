package kz.paysandbox.features.targets;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import kz.paysandbox.features.driver.Scheme;

/** One scenario's view of a target; closing it forgets what the scenario did. */
public interface Place extends AutoCloseable {

    /** Scheme, host and port. */
    URI base(Scheme scheme);

    /** The PEM bundle of the bank's authorities. */
    Path trust();

    Identity identity();

    /** The organisation of the document's sample, or the one that the settings name. */
    String bin();

    /** The number under which the target knows a trade point of the scenarios. */
    long tradePoint(long ofScenario);

    /** A till's name, apart from the tills of other scenarios. */
    String till(String ofScenario);

    /** Where Halyk ePay is. */
    EpayHosts epay();

    /** The online shop whose terminal takes money in so many steps, 1 or 2. */
    EpayShop shop(int steps);

    /** The next order's number; its last six digits are unlike those of other orders too (payment page). */
    String invoice();

    /** The hand that moves clocks and customers, where there is one. */
    Optional<Control> control();

    /** Says that what was done here cannot be undone, so that nobody else gets this place. */
    void spoil();

    @Override
    void close();
}
