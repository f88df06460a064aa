package kz.paysandbox.emulator.http;

import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.faults.FaultCatalogue;

/** Looks up what is to go wrong with a call: what its own header asks for, else what the world's faults say. */
final class Faults {

    private static final String HEADER = "X-Sandbox-Fault";

    private final Edge edge;

    Faults(Edge edge) {
        this.edge = edge;
    }

    Effect meeting(Endpoint endpoint, Visit visit) {
        Optional<String> asked = visit.call().header(HEADER);
        if (asked.isPresent()) {
            return named(asked.get(), visit);
        }
        FaultBook book = visit.world().faults();
        if (!edge.isJournaled() || !book.concerns(endpoint.id())) {
            return Effect.NONE;
        }
        Optional<Fault> fault = book.meet(edge.subjectOf(endpoint, visit));
        fault.ifPresent(happening -> visit.note("fault " + happening.id()
                + (happening.name().isEmpty() ? "" : " (" + happening.name() + ")") + " happened to this call"));
        return fault.map(Fault::then).orElse(Effect.NONE);
    }

    private static Effect named(String name, Visit visit) {
        Optional<Effect> effect = FaultCatalogue.find(name);
        visit.note(
                effect.isPresent()
                        ? "fault " + name + " was asked for by X-Sandbox-Fault"
                        : "X-Sandbox-Fault names no fault of the catalogue; GET /__sandbox/catalogue lists them");
        return effect.orElse(Effect.NONE);
    }
}
