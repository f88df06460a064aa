package kz.paysandbox.emulator.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Alarm;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.TestClock;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;

/** Worlds with a toy in each. */
final class ToyWorlds {

    /** A secret key of a value. */
    static final String TOKEN = "3f6b2f4e-token-of-a-device";

    private ToyWorlds() {}

    /** None yet. */
    static Worlds none() {
        return new Worlds(
                new TestClock(Instant.EPOCH),
                Alarm.none(),
                10,
                new WorldLimits(10, 10, 10, 10),
                List.of(ToyPart.slot()));
    }

    static WorldSpec spec(String name) {
        return new WorldSpec(
                name, name.length(), Optional.empty(), new Credentials(Map.of("key", "secret of " + name)));
    }

    static World made(Worlds worlds, String name) {
        return worlds.create(spec(name)).value().orElseThrow();
    }

    /** A value in each table of the toy. */
    static void fill(World world) {
        ToyPart toy = ToyPart.of(world);
        toy.items.put("a", new ToyPart.Item("a", 1));
        toy.secrets.put(TOKEN, new ToyPart.Secret(TOKEN, 7));
        toy.later.put("l", new ToyPart.Item("l", 2));
        toy.count(3);
    }
}
