package kz.paysandbox.emulator.cli.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.cli.findings.AcceptedRules;
import kz.paysandbox.emulator.language.Language;

/**
 * A rule of a report.
 *
 * @param found as the sandbox says
 * @param exercised how often it was put to the test
 * @param clause in the language of the report, as is {@code exercise}
 * @param evidence numbers of the journal's entries that show it broken
 * @param exercise what to do so that it is put to the test
 * @param accepted why it is accepted; empty where it is kept, or is not
 * @param source as the control surface shows it
 */
public record RuleResult(
        String id,
        Verdict found,
        long exercised,
        String clause,
        List<Long> evidence,
        String exercise,
        Optional<String> accepted,
        JsonNode source) {

    /** How a rule is kept, in the order in which a report shows it. */
    public enum Verdict {
        FAIL,
        WARN,
        NOTE,
        NOT_EXERCISED,
        ACCEPTED,
        PASS;

        static Verdict of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        boolean isBroken() {
            return this == FAIL || this == WARN || this == NOTE;
        }

        /** As the control surface names it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static RuleResult of(JsonNode rule, AcceptedRules accepting, Language language) {
        String id = rule.path("id").asText();
        Verdict found = Verdict.of(rule.path("verdict").asText());
        return new RuleResult(
                id,
                found,
                rule.path("exercised").asLong(),
                text(rule, "clause", "correct_ru", language),
                StreamSupport.stream(rule.path("evidence").spliterator(), false)
                        .map(JsonNode::asLong)
                        .toList(),
                text(rule, "exercise", "exercise_ru", language),
                found == Verdict.PASS ? Optional.empty() : accepting.reason(id),
                rule);
    }

    private static String text(JsonNode rule, String english, String russian, Language language) {
        return rule.path(language == Language.RU && rule.has(russian) ? russian : english)
                .asText();
    }

    /** As it counts: what is accepted does not. */
    public Verdict verdict() {
        return accepted.isPresent() ? Verdict.ACCEPTED : found;
    }

    boolean is(Verdict wanted) {
        return verdict() == wanted;
    }

    /** The evidence in words; empty where there is none. */
    String requests(Language language) {
        return evidence.isEmpty()
                ? ""
                : language.text(
                        "requests: " + evidence.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** What a reader needs to know beside the verdict. */
    String words(Language language) {
        return switch (verdict()) {
            case FAIL, WARN, NOTE -> evidence.isEmpty() ? clause : clause + "; " + requests(language);
            case NOT_EXERCISED -> exercise;
            case ACCEPTED -> accepted.orElse("");
            case PASS -> clause;
        };
    }

    /** As the control surface shows it, with what is accepted. */
    JsonNode json() {
        ObjectNode node = source.deepCopy();
        node.put("verdict", verdict().toString());
        accepted.ifPresent(reason -> node.put("reason", reason));
        return node;
    }
}
