package kz.paysandbox.gateway.boot;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
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
    /** The machine's own; instants have microseconds, as the databases keep them. */
    public static GatewaySurroundings system() {
        return new GatewaySurroundings(
                Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000)),
                () -> UUID.randomUUID().toString(),
                new SecureRandom(),
                true);
    }

    /** With another calendar, for tests: jobs are then run by the test. */
    public GatewaySurroundings driven(Clock other) {
        return new GatewaySurroundings(other, ids, random, false);
    }
}
