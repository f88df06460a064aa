package kz.paysandbox.certs;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;

/** The machine's clock and randomness, for callers that open a folder without bringing their own. */
final class SystemSources {
    private SystemSources() {}

    static InstantSource clock() {
        return Clock.systemUTC();
    }

    static SecureRandom random() {
        return new SecureRandom();
    }
}
