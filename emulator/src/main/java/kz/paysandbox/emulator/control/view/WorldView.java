package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A world with all that an application needs to work in it.
 *
 * @param expiresAt when it is deleted; absent for never
 * @param owner name of the token that it was made with; absent for none
 * @param banks by the bank's name: credentials and what they open
 * @param journal whether all exchanges can still be read
 * @param findings whether all findings can still be read
 */
@JsonPropertyOrder({"name", "seed", "expiresAt", "owner", "banks", "journal", "findings"})
public record WorldView(
        String name,
        long seed,
        Optional<Instant> expiresAt,
        Optional<String> owner,
        @JsonAnyGetter Map<String, Record> banks,
        Exchanges journal,
        Memory findings) {

    /**
     * Whether all exchanges are kept.
     *
     * @param forgotten how many entries went
     * @param generation rises where the world was reset, and its numbers begin anew
     */
    public record Exchanges(boolean on, long forgotten, long generation) {}

    /**
     * Whether all that happened is kept.
     *
     * @param forgotten how many entries went
     */
    public record Memory(boolean on, long forgotten) {}
}
