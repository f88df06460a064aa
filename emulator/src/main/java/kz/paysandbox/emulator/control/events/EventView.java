package kz.paysandbox.emulator.control.events;

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
     * An exchange, without what was sent; the journal has that.
     *
     * @param took real time until the answer was ready
     * @param endpoint row id; empty where none matched
     * @param method empty for a handshake that failed
     * @param notes absent where there are none
     */
    record Head(
            long number,
            Instant at,
            Duration took,
            String listener,
            String endpoint,
            String method,
            int status,
            Optional<List<String>> notes)
            implements EventView {

        /** As it is, its notes not yet redacted; what was sent is not kept. */
        static Head of(Exchange exchange) {
            return new Head(
                    exchange.number(),
                    exchange.at(),
                    exchange.took(),
                    exchange.listener(),
                    exchange.row(),
                    exchange.request().method(),
                    exchange.status(),
                    Optional.of(exchange.notes()).filter(notes -> !notes.isEmpty()));
        }

        Head redacted(World world) {
            return new Head(
                    number,
                    at,
                    took,
                    listener,
                    endpoint,
                    method,
                    status,
                    notes.map(all -> all.stream()
                            .map(note -> RedactedExchange.words(world, note))
                            .toList()));
        }
    }

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
