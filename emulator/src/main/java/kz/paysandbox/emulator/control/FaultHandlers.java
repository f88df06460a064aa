package kz.paysandbox.emulator.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.faults.FaultCatalogue;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.http.Reply;

/** Misbehaviour on demand: faults of a world, and the catalogue of what can be asked for by name. */
final class FaultHandlers {

    private final ControlRoom room;

    FaultHandlers(ControlRoom room) {
        this.room = room;
    }

    Reply create(ControlCall call) {
        if (call.world().faults().isFull()) {
            return full();
        }
        return FaultReader.read(call.body())
                .then(this::meetsSomething)
                .fold(
                        draft -> call.world()
                                .faults()
                                .add(draft.name(), draft.when(), draft.then(), draft.times())
                                .map(fault -> room.json().reply(201, Map.of("id", fault.id())))
                                .orElseGet(this::full),
                        problem -> room.json().problem(400, "invalid", problem));
    }

    private Reply full() {
        return room.json().problem(409, "too-many-faults", "a world has at most 1000 faults; delete some");
    }

    /** A mistyped endpoint would never meet a call, and nobody would notice. */
    private Outcome<FaultReader.Draft, String> meetsSomething(FaultReader.Draft draft) {
        String pattern = draft.when().endpoint();
        List<String> known =
                room.banks().stream().flatMap(bank -> bank.endpoints().stream()).toList();
        if (known.stream().anyMatch(draft.when()::isOf)) {
            return Outcome.ok(draft);
        }
        return Outcome.refused("endpoint '" + pattern + "' is no row and matches none"
                + Suggestion.of(pattern, known)
                        .map(near -> "; did you mean '" + near + "'?")
                        .orElse("; a row is named as 'r1 qr create', a pattern as 'r3 *'"));
    }

    Reply list(ControlCall call) {
        return room.json()
                .reply(
                        200,
                        call.world().faults().entries().stream()
                                .map(FaultHandlers::view)
                                .toList());
    }

    Reply delete(ControlCall call) {
        return call.world().faults().remove(call.path("id"))
                ? Reply.empty(204)
                : room.json().problem(404, "unknown", "no fault " + call.path("id"));
    }

    Reply clear(ControlCall call) {
        call.world().faults().clear();
        return Reply.empty(204);
    }

    Reply catalogue(ControlCall call) {
        Map<String, Object> catalogue = new LinkedHashMap<>();
        catalogue.put("faults", FaultCatalogue.names());
        room.banks().forEach(bank -> catalogue.put(bank.bank(), bank.magicValues()));
        return room.json().reply(200, catalogue);
    }

    private static Map<String, Object> view(FaultBook.Entry entry) {
        Fault fault = entry.fault();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", fault.id());
        view.put("name", fault.name());
        view.put("when", FaultReader.view(fault.when()));
        view.put("then", FaultReader.view(fault.then()));
        view.put("times", fault.times().<Object>map(times -> times).orElse("always"));
        view.put("met", entry.met());
        view.put("hits", entry.happened());
        return view;
    }
}
