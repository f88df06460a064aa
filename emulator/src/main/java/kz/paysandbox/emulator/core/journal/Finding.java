package kz.paysandbox.emulator.core.journal;

import java.time.Instant;
import java.util.List;

/**
 * A deviation of the caller from the bank's written rules.
 *
 * @param rule its public id, as {@code kaspi.request-id.missing}
 * @param clause section of the bank's document and what it says
 * @param severity how much it matters
 * @param evidence what was seen, without secrets
 * @param requests numbers of the journal entries that show it
 */
public record Finding(String rule, String clause, Severity severity, String evidence, List<Long> requests, Instant at) {

    /** How much a deviation matters. */
    public enum Severity {
        /** Works today, is not what the document says. */
        NOTE,
        /** The real bank may answer otherwise. */
        WARNING,
        /** Money or service is at risk. */
        ERROR
    }

    /** A breach of a clause, as grave as the clause says. */
    public static Finding of(Clause clause, String evidence, List<Long> requests, Instant at) {
        return new Finding(clause.rule(), clause.text(), clause.severity(), evidence, requests, at);
    }

    public Finding {
        requests = List.copyOf(requests);
    }
}
