package kz.paysandbox.emulator.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Worlds without a server, for tests of what is kept in them. */
public final class TestWorlds {

    private static final WorldLimits SMALL = new WorldLimits(10, 10, 10, 10);

    private TestWorlds() {}

    /** A small one whose clock runs from 1970. */
    public static World with(Slot<?>... slots) {
        return make(Instant.EPOCH, Optional.empty(), SMALL, Map.of(), slots);
    }

    /** One whose clock stands. */
    public static World standing(Instant at, WorldLimits limits, Map<String, String> credentials, Slot<?>... slots) {
        return make(at, Optional.of(at), limits, credentials, slots);
    }

    private static World make(
            Instant machine,
            Optional<Instant> frozen,
            WorldLimits limits,
            Map<String, String> credentials,
            Slot<?>... slots) {
        return new Worlds(new TestClock(machine), Alarm.none(), 1, limits, List.of(slots))
                .create(new WorldSpec(Worlds.MAIN, 1, frozen, new Credentials(credentials)))
                .value()
                .orElseThrow();
    }
}
