package kz.paysandbox.emulator.cli.findings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.language.Language;

/**
 * A finding of a report.
 *
 * @param clause in the language of the report, as is {@code evidence}
 * @param requests numbers of the journal's entries that show it
 * @param accepted why it is accepted; empty where it is not
 */
public record ReportedFinding(
        String rule,
        Severity severity,
        String clause,
        String evidence,
        long count,
        List<Long> requests,
        Optional<String> accepted,
        JsonNode source) {

    /** From the least to the greatest. */
    public enum Severity {
        NOTE,
        WARNING,
        ERROR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ReportedFinding of(JsonNode finding, AcceptedRules accepted, Language language) {
        String rule = finding.path("rule").asText();
        return new ReportedFinding(
                rule,
                Severity.valueOf(finding.path("severity").asText().toUpperCase(Locale.ROOT)),
                text(finding, "clause", "correct_ru", language),
                text(finding, "evidence", "evidence_ru", language),
                finding.path("count").asLong(),
                StreamSupport.stream(finding.path("requests").spliterator(), false)
                        .map(JsonNode::asLong)
                        .toList(),
                accepted.reason(rule),
                finding);
    }

    /** A member in a language; in English where it has no other. */
    static String text(JsonNode object, String english, String russian, Language language) {
        return object.path(language == Language.RU && object.has(russian) ? russian : english)
                .asText();
    }
}
