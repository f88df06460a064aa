package kz.paysandbox.emulator.control;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.faults.FaultCatalogue;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.settings.Complaint;
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
        return new FaultDrafts(room.banks())
                .read(call.body())
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
                : room.json()
                        .problem(
                                404,
                                "unknown",
                                Complaint.unknown(
                                        "fault",
                                        call.path("id"),
                                        call.world().faults().entries().stream()
                                                .map(entry -> entry.fault().id())
                                                .toList()));
    }

    Reply clear(ControlCall call) {
        call.world().faults().clear();
        return Reply.empty(204);
    }

    Reply catalogue(ControlCall call) {
        Map<String, Object> catalogue = new LinkedHashMap<>();
        catalogue.put("faults", FaultCatalogue.names());
        room.banks().forEach(bank -> catalogue.put(bank.bank(), bank.magicValues()));
        catalogue.put(
                "findings", room.clauses().stream().map(FaultHandlers::view).toList());
        return room.json().reply(200, catalogue);
    }

    private static Map<String, Object> view(Clause clause) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("rule", clause.rule());
        view.put("severity", clause.severity().name().toLowerCase(Locale.ROOT));
        view.put("clause", clause.text());
        view.put("seen", clause.seen());
        return view;
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
