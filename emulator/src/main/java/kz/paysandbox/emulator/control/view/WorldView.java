package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * A world with all that an application needs to work in it.
 *
 * @param banks by the bank's name: credentials and what they open
 * @param journal whether all exchanges can still be read
 * @param findings whether all findings can still be read
 */
@JsonPropertyOrder({"name", "seed", "banks", "journal", "findings"})
public record WorldView(
        String name, long seed, @JsonAnyGetter Map<String, Record> banks, Exchanges journal, Memory findings) {

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
