package kz.paysandbox.gateway.boot;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the gateway takes from outside, besides settings and network.
 *
 * @param clock the calendar
 * @param ids new UUIDs
 * @param random of tokens, keys and secrets
 * @param timers whether jobs run by themselves; a test runs them itself
 */
public record GatewaySurroundings(Clock clock, Supplier<String> ids, SecureRandom random, boolean timers) {
    /** The machine's own. */
    public static GatewaySurroundings system() {
        return new GatewaySurroundings(
                Clock.systemUTC(), () -> UUID.randomUUID().toString(), new SecureRandom(), true);
    }

    /** With another calendar, for tests: jobs are then run by the test. */
    public GatewaySurroundings driven(Clock other) {
        return new GatewaySurroundings(other, ids, random, false);
    }
}
