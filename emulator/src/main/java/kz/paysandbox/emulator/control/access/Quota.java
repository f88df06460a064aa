package kz.paysandbox.emulator.control.access;

import java.util.Optional;

/**
 * What the worlds that were made with a token may come to.
 *
 * @param worlds how many of them there may be at a time
 * @param bytes what they may hold together, journals included
 */
public record Quota(Optional<Integer> worlds, Optional<Long> bytes) {

    public static final Quota NONE = new Quota(Optional.empty(), Optional.empty());

    public boolean isNone() {
        return worlds.isEmpty() && bytes.isEmpty();
    }
}
