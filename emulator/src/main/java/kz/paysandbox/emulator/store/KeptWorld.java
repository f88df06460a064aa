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
 * @param owner name of the token that it was made with; empty for none
 * @param expiresAt when it is deleted, by the machine's clock; empty for never
 */
record KeptWorld(
        String name,
        long seed,
        Optional<Instant> frozenAt,
        Map<String, String> credentials,
        Optional<String> owner,
        Optional<Instant> expiresAt) {

    static KeptWorld of(WorldSpec spec) {
        return new KeptWorld(
                spec.name(),
                spec.seed(),
                spec.frozenAt(),
                spec.credentials().values(),
                spec.terms().owner(),
                spec.terms().expiresAt());
    }

    WorldSpec spec() {
        return new WorldSpec(name, seed, frozenAt, new Credentials(credentials), new WorldSpec.Terms(owner, expiresAt));
    }
}
