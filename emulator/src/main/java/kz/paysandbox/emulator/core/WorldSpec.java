package kz.paysandbox.emulator.core;

import java.time.Instant;
import java.util.Optional;

/**
 * The specification of a world, kept through resets.
 *
 * @param name unique in the server
 * @param seed what all its ids and tokens follow
 * @param frozenAt the instant its clock starts frozen at; empty for the machine's time
 * @param credentials unique to the world
 * @param terms for whom it is, and for how long
 */
public record WorldSpec(String name, long seed, Optional<Instant> frozenAt, Credentials credentials, Terms terms) {

    /**
     * For whom a world is, and for how long.
     *
     * @param owner name of the token that it was made with; empty for none
     * @param expiresAt when it is deleted, by the machine's clock; empty for never
     */
    public record Terms(Optional<String> owner, Optional<Instant> expiresAt) {

        public static final Terms NONE = new Terms(Optional.empty(), Optional.empty());

        public boolean isOver(Instant now) {
            return expiresAt.filter(end -> !now.isBefore(end)).isPresent();
        }
    }

    /** Nobody's, for ever. */
    public WorldSpec(String name, long seed, Optional<Instant> frozenAt, Credentials credentials) {
        this(name, seed, frozenAt, credentials, Terms.NONE);
    }
}
