package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Exchange;

/**
 * An exchange of the journal with stand-ins for its secrets, the same wherever it is shown.
 *
 * @param notes what a developer should know
 * @param notesRu the same in Russian, absent where nothing of it has a translation
 */
public record ExchangeView(
        @JsonUnwrapped Head head,
        @JsonUnwrapped Content content,
        Exchange.Tls tls,
        List<String> notes,
        @JsonProperty("notes_ru") Optional<List<String>> notesRu) {

    /**
     * When and where it was.
     *
     * @param took real time until the answer was ready
     * @param endpoint row id; empty where none matched
     */
    public record Head(long number, Instant at, Duration took, String world, String listener, String endpoint) {}

    /** What was exchanged. */
    public sealed interface Content {}

    /** A connection that failed before there was a request. */
    public record Handshake(String handshake) implements Content {}

    /** A request and its answer. */
    public record Call(
            String method, String target, Map<String, String> headers, String body, int status, String answer)
            implements Content {}

    public static ExchangeView of(World world, Exchange exchange) {
        RedactedExchange shown = RedactedExchange.of(world, world.pseudonyms(), exchange);
        return new ExchangeView(
                new Head(
                        exchange.number(),
                        exchange.at(),
                        exchange.took(),
                        world.name(),
                        exchange.listener(),
                        exchange.row()),
                exchange.isHandshake()
                        ? new Handshake("failed")
                        : new Call(
                                exchange.request().method(),
                                shown.target(),
                                shown.fields(),
                                shown.body(),
                                exchange.status(),
                                shown.answer()),
                exchange.tls(),
                shown.notes(),
                shown.russianNotes());
    }
}
