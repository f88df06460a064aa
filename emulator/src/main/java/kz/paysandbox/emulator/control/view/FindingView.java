package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.language.Language;

/**
 * A deviation of the caller from the bank's written rules.
 *
 * @param clause where the rule is written and what it says
 * @param evidence what was seen the first time
 * @param count how often it was seen
 * @param requests numbers of the exchanges that show it
 * @param at when it was seen first
 * @param russian what there is of it in Russian
 */
public record FindingView(
        String rule,
        String clause,
        String severity,
        String evidence,
        long count,
        List<Long> requests,
        Instant at,
        @JsonUnwrapped Russian russian) {

    /**
     * The texts in Russian, absent where there is no translation.
     *
     * @param correct the clause
     * @param evidence what was seen the first time
     */
    public record Russian(
            @JsonProperty("correct_ru") Optional<String> correct,
            @JsonProperty("evidence_ru") Optional<String> evidence) {}

    /** With stand-ins for what is secret. */
    public static FindingView of(World world, Finding finding) {
        String evidence = RedactedExchange.words(world, finding.evidence());
        return new FindingView(
                finding.rule(),
                finding.clause(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                evidence,
                finding.count(),
                finding.requests(),
                finding.at(),
                new Russian(Language.RU.translation(finding.clause()), Language.RU.translation(evidence)));
    }
}
