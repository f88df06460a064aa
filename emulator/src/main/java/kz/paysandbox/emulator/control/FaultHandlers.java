package kz.paysandbox.emulator.control;

import java.util.LinkedHashMap;
import java.util.Map;
import kz.paysandbox.emulator.control.call.Conflicts;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.call.ControlDesk;
import kz.paysandbox.emulator.control.view.CatalogueView;
import kz.paysandbox.emulator.control.view.FaultView;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.faults.FaultCatalogue;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.FaultShape;
import kz.paysandbox.emulator.input.InputNode;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.scenario.BankFacts;

/** Misbehaviour on demand: faults of a world, and the catalogue of what can be asked for by name. */
final class FaultHandlers {

    private final ControlContext context;

    FaultHandlers(ControlContext context) {
        this.context = context;
    }

    Reply create(ControlCall call) {
        BankFacts rules = context.ports().known();
        Mistakes mistakes = new Mistakes();
        return new FaultShape(rules.codes(), false, rules::refusalOf)
                .rule(InputNode.of(call.body()), mistakes)
                .map(rule -> add(call, rule))
                .orElseGet(() -> context.json().problem(400, "invalid", mistakes.complaint()));
    }

    private Reply add(ControlCall call, FaultRule rule) {
        return new ControlDesk(context)
                .addFault(call.world(), rule)
                .fold(
                        fault -> context.json().reply(201, new FaultView.AddedFault(fault.id())),
                        conflict -> conflict.kind() == Conflict.Kind.FULL
                                ? context.json().problem(409, "too-many-faults", conflict.detail())
                                : Conflicts.reply(context.json(), conflict));
    }

    Reply list(ControlCall call) {
        return context.json()
                .reply(
                        200,
                        call.world().faults().entries().stream()
                                .map(FaultView::of)
                                .toList());
    }

    Reply delete(ControlCall call) {
        return call.world().faults().remove(call.path("id"))
                ? Reply.empty(204)
                : context.json()
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
        Map<String, Map<String, String>> banks = new LinkedHashMap<>();
        context.banks().forEach(bank -> banks.put(bank.bank(), bank.magicValues()));
        return context.json()
                .reply(
                        200,
                        new CatalogueView(
                                new FaultCatalogue(context.ports().known().codes()).names(),
                                banks,
                                context.clauses().stream()
                                        .map(CatalogueView.Rule::of)
                                        .toList(),
                                context.facts().stream()
                                        .flatMap(bank -> bank.rows().stream())
                                        .toList()));
    }
}
