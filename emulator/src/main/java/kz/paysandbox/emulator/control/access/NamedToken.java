package kz.paysandbox.emulator.control.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A token of a person or a pipeline, without the token itself.
 *
 * @param name unique among them
 * @param sha256 of the token, hexadecimal
 * @param expires from when on it opens nothing, by the machine's clock
 */
public record NamedToken(
        String name, Scope scope, String sha256, Instant made, Optional<Instant> expires, Quota quota) {

    public boolean isExpired(Instant now) {
        return expires.filter(end -> !now.isBefore(end)).isPresent();
    }
}
