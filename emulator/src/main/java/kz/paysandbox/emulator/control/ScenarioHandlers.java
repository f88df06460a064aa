package kz.paysandbox.emulator.control;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.view.ProblemView;
import kz.paysandbox.emulator.control.view.ScenarioView;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.Mistake;
import kz.paysandbox.emulator.scenario.ScenarioPlayer;
import kz.paysandbox.emulator.scenario.ScenarioShape;
import kz.paysandbox.emulator.scenario.ScenarioText;

/** The scenario catalogue, the users' own scenarios, and playing one. */
final class ScenarioHandlers {

    private final ControlContext context;

    ScenarioHandlers(ControlContext context) {
        this.context = context;
    }

    Reply schema(ControlCall call) {
        return context.json().schema(ScenarioShape.schema(context.ports().known()));
    }

    Reply list(ControlCall call) {
        Optional<String> active = play(call.world())
                .progress()
                .map(progress -> progress.scenario().name());
        return context.json()
                .reply(
                        200,
                        context.scenarios().all(call.world().name()).stream()
                                .map(text -> ScenarioView.Entry.of(text, active))
                                .toList());
    }

    Reply add(ControlCall call) {
        return ScenarioText.of(call.call().body().text(), context.ports().known())
                .fold(
                        text -> context.scenarios()
                                .add(call.world().name(), text)
                                .fold(
                                        added -> context.json()
                                                .reply(
                                                        201,
                                                        new ScenarioView.AddedScenario(
                                                                added.scenario().name())),
                                        problem -> context.json().problem(409, "not-added", problem)),
                        this::malformed);
    }

    Reply show(ControlCall call) {
        return found(call)
                .fold(
                        text -> context.json().reply(200, ScenarioView.FullText.of(text)),
                        problem -> unknown(call, problem));
    }

    Reply remove(ControlCall call) {
        return context.scenarios().remove(call.world().name(), call.path("name"))
                ? Reply.empty(204)
                : context.json()
                        .problem(
                                404,
                                "unknown-scenario",
                                Complaint.unknown(
                                                "scenario of this world's own",
                                                call.path("name"),
                                                names(call, text -> !text.builtIn()))
                                        .also("those of the catalogue stay"));
    }

    Reply activate(ControlCall call) {
        return found(call)
                .flatMap(text -> new ScenarioStarter(context).play(call.world(), text.scenario()))
                .fold(
                        progress -> context.json().reply(200, ScenarioView.State.of(progress)),
                        problem -> unknown(call, problem));
    }

    Reply progress(ControlCall call) {
        return play(call.world())
                .progress()
                .map(progress -> context.json().reply(200, ScenarioView.State.of(progress)))
                .orElseGet(() -> context.json().problem(404, "unknown", "no scenario is active in this world"));
    }

    Reply end(ControlCall call) {
        return play(call.world()).end()
                ? Reply.empty(204)
                : context.json().problem(404, "unknown", "no scenario is active in this world");
    }

    private Outcome<ScenarioText, String> found(ControlCall call) {
        return context.scenarios().find(call.world().name(), call.path("name"));
    }

    private Reply unknown(ControlCall call, String problem) {
        return context.json()
                .problem(
                        404,
                        "unknown-scenario",
                        new Complaint(problem, Suggestion.of(call.path("name"), names(call, text -> true))));
    }

    private List<String> names(ControlCall call, Predicate<ScenarioText> wanted) {
        return context.scenarios().all(call.world().name()).stream()
                .filter(wanted)
                .map(text -> text.scenario().name())
                .toList();
    }

    private Reply malformed(List<Mistake> mistakes) {
        return context.json()
                .problem(
                        400,
                        "invalid-scenario",
                        String.join(
                                "; ", mistakes.stream().map(Mistake::toString).toList()),
                        ProblemView.InputProblems.of(mistakes));
    }

    private static ScenarioPlayer play(World world) {
        return world.part(ScenarioPlayer.class);
    }
}
