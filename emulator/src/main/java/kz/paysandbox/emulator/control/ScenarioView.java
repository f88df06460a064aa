package kz.paysandbox.emulator.control;

import java.util.LinkedHashMap;
import java.util.Map;
import kz.paysandbox.emulator.scenario.Progress;
import kz.paysandbox.emulator.scenario.Scenario;

/** Scenarios as callers see them. */
final class ScenarioView {

    private ScenarioView() {}

    static Map<String, Object> head(Scenario scenario) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", scenario.name());
        view.put("bank", scenario.bank());
        view.put("title", scenario.title());
        view.put("correct", scenario.correct());
        return view;
    }

    static Map<String, Object> of(Progress progress) {
        Map<String, Object> view = head(progress.scenario());
        view.put("begun", progress.begun().toString());
        view.put("steps", progress.steps());
        view.put("done", progress.done().stream().map(ScenarioView::of).toList());
        return view;
    }

    private static Map<String, Object> of(Progress.Done done) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("at", done.at().toString());
        view.put("what", done.act().words());
        view.put("ok", done.outcome().achieved().isPresent());
        done.outcome().achieved().ifPresent(id -> view.put("result", id));
        done.outcome().refusal().ifPresent(problem -> view.put("problem", problem));
        return view;
    }
}
