package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonProperty;
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
 * @param correctRu the clause in Russian
 * @param evidence what was seen the first time
 * @param count how often it was seen
 * @param requests numbers of the exchanges that show it
 * @param at when it was seen first
 */
public record FindingView(
        String rule,
        String clause,
        @JsonProperty("correct_ru") Optional<String> correctRu,
        String severity,
        String evidence,
        long count,
        List<Long> requests,
        Instant at) {

    /** With stand-ins for what is secret. */
    public static FindingView of(World world, Finding finding) {
        return new FindingView(
                finding.rule(),
                finding.clause(),
                Language.RU.translation(finding.clause()),
                finding.severity().name().toLowerCase(Locale.ROOT),
                RedactedExchange.words(world, finding.evidence()),
                finding.count(),
                finding.requests(),
                finding.at());
    }
}
