package kz.paysandbox.emulator.control.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.emulator.control.view.FaultView;
import kz.paysandbox.emulator.control.view.RedactedExchange;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldChange;
import kz.paysandbox.emulator.core.faults.FaultChange;
import kz.paysandbox.emulator.core.journal.Exchange;

/** The data of events that are no view of the control surface already. */
sealed interface EventView {

    /**
     * An exchange, without its headers and bodies; the journal has those.
     *
     * @param took real time until the answer was ready
     * @param endpoint row id; empty where none matched
     * @param notes absent where there are none
     * @param notesRu the same in Russian, absent where nothing of it has a translation
     */
    record Head(
            long number,
            Instant at,
            Duration took,
            String listener,
            String endpoint,
            @JsonUnwrapped Call call,
            Optional<List<String>> notes,
            @JsonProperty("notes_ru") Optional<List<String>> notesRu)
            implements EventView {

        /** With the stand-ins of the journal for what is secret. */
        static Head of(World world, Exchange exchange) {
            RedactedExchange shown = RedactedExchange.of(world, world.pseudonyms(), exchange);
            return new Head(
                    exchange.number(),
                    exchange.at(),
                    exchange.took(),
                    exchange.listener(),
                    exchange.row(),
                    new Call(
                            exchange.request().method(),
                            Optional.of(shown.target()).filter(target -> !exchange.isHandshake()),
                            exchange.status()),
                    Optional.of(shown.notes()).filter(notes -> !notes.isEmpty()),
                    shown.russianNotes());
        }
    }

    /**
     * What was called, and the answer's status.
     *
     * @param method empty for a handshake that failed
     * @param target path and query; absent for a handshake that failed
     */
    record Call(String method, Optional<String> target, int status) {}

    /**
     * An exchange that was written to the journal.
     *
     * @param findings how many were found in it so far
     */
    record ExchangeEvent(@JsonUnwrapped Head head, int findings) implements EventView {}

    /**
     * A fault to which something happened.
     *
     * @param change what happened
     */
    record FaultEvent(@JsonUnwrapped FaultView fault, String change) implements EventView {

        static String word(FaultChange.Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /** A fault that is no more. */
    record RemovedFault(String id, String change) implements EventView {}

    /**
     * A world that was made, began again or was deleted.
     *
     * @param generation rises where it began again
     */
    record WorldEvent(String name, String change, long generation) implements EventView {

        static WorldEvent of(WorldChange change) {
            return new WorldEvent(
                    change.world().name(),
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.world().generation());
        }
    }
}
