package kz.paysandbox.emulator.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.WorldSpec;

/**
 * What a world is made with, as it is kept.
 *
 * @param frozenAt the instant its clock starts frozen at; empty for the machine's time
 */
record KeptWorld(String name, long seed, Optional<Instant> frozenAt, Map<String, String> credentials) {

    static KeptWorld of(WorldSpec spec) {
        return new KeptWorld(
                spec.name(), spec.seed(), spec.frozenAt(), spec.credentials().values());
    }

    WorldSpec spec() {
        return new WorldSpec(name, seed, frozenAt, new Credentials(credentials));
    }
}
