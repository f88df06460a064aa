package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.language.Language;
import kz.paysandbox.emulator.scenario.Progress;
import kz.paysandbox.emulator.scenario.Scenario;
import kz.paysandbox.emulator.scenario.ScenarioText;

/** Scenarios as callers see them. */
public final class ScenarioView {

    private ScenarioView() {}

    /** A scenario that was added. */
    public record AddedScenario(String name) {}

    /**
     * What every answer about a scenario says.
     *
     * @param correct what a correct integration does
     * @param correctRu the same in Russian, for the catalogue's own
     */
    public record Head(
            String name,
            String bank,
            Scenario.Title title,
            String correct,
            @JsonProperty("correct_ru") Optional<String> correctRu) {

        static Head of(Scenario scenario) {
            return new Head(
                    scenario.name(),
                    scenario.bank(),
                    scenario.title(),
                    scenario.correct(),
                    Language.RU.translation(scenario.correct()));
        }
    }

    /**
     * An entry of the list.
     *
     * @param source {@code catalogue} or {@code own}
     * @param active whether it is being played in the world
     */
    public record Entry(@JsonUnwrapped Head head, String source, boolean active) {

        public static Entry of(ScenarioText text, Optional<String> active) {
            return new Entry(
                    Head.of(text.scenario()),
                    sourceOf(text),
                    active.filter(text.scenario().name()::equals).isPresent());
        }
    }

    /** A scenario with its text. */
    public record FullText(@JsonUnwrapped Head head, String source, String text) {

        public static FullText of(ScenarioText text) {
            return new FullText(Head.of(text.scenario()), sourceOf(text), text.text());
        }
    }

    /**
     * How far a scenario has come.
     *
     * @param steps how many its timeline has
     * @param done what was tried so far, its opening included
     */
    public record State(@JsonUnwrapped Head head, Instant begun, int steps, List<DoneStep> done) {

        public static State of(Progress progress) {
            return new State(
                    Head.of(progress.scenario()),
                    progress.begun(),
                    progress.steps(),
                    progress.done().stream().map(DoneStep::of).toList());
        }
    }

    /**
     * One of its acts.
     *
     * @param result what came of it; absent where it could not be done
     * @param problem why it could not be done
     * @param problemRu the same in Russian
     */
    public record DoneStep(
            Instant at,
            String what,
            boolean ok,
            Optional<String> result,
            Optional<String> problem,
            @JsonProperty("problem_ru") Optional<String> problemRu) {

        static DoneStep of(Progress.DoneStep done) {
            return new DoneStep(
                    done.at(),
                    done.act().words(),
                    done.outcome().value().isPresent(),
                    done.outcome().value(),
                    done.outcome().refusal(),
                    done.outcome().refusal().flatMap(Language.RU::translation));
        }
    }

    private static String sourceOf(ScenarioText text) {
        return text.builtIn() ? "catalogue" : "own";
    }
}
