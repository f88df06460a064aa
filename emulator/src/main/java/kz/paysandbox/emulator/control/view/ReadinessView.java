package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.emulator.core.journal.Situation;
import kz.paysandbox.emulator.core.readiness.JudgedRule;
import kz.paysandbox.emulator.core.readiness.Readiness;
import kz.paysandbox.emulator.language.Language;

/**
 * Whether an integration keeps the written rules of what it uses.
 *
 * @param uses the products that it uses; empty where its calls show none
 */
public record ReadinessView(String verdict, Set<String> uses, List<Rule> rules) {

    /**
     * A written rule.
     *
     * @param exercised how often callers were in the situation in which it is kept or broken
     * @param clause where it is written and what it says
     * @param evidence numbers of the latest exchanges that show it broken
     * @param exercise what to do so that the situation occurs; empty where that is not known
     * @param russian what there is of it in Russian
     */
    public record Rule(
            String id,
            String verdict,
            long exercised,
            String clause,
            List<Long> evidence,
            String exercise,
            @JsonUnwrapped Russian russian) {

        private static Rule of(JudgedRule rule) {
            String clause = rule.clause().text();
            String exercise = rule.clause().situation().map(Situation::exercise).orElse("");
            return new Rule(
                    rule.clause().rule(),
                    rule.verdict().label(),
                    rule.exercised(),
                    clause,
                    rule.evidence(),
                    exercise,
                    new Russian(Language.RU.translation(clause), Language.RU.translation(exercise)));
        }
    }

    /**
     * The texts in Russian, absent where there is no translation.
     *
     * @param correct the clause
     * @param exercise what to do so that the situation occurs
     */
    public record Russian(
            @JsonProperty("correct_ru") Optional<String> correct,
            @JsonProperty("exercise_ru") Optional<String> exercise) {}

    public static ReadinessView of(Readiness readiness) {
        return new ReadinessView(
                readiness.verdict().label(),
                readiness.uses(),
                readiness.rules().stream().map(Rule::of).toList());
    }
}
