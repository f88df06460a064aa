package kz.paysandbox.emulator.core.journal;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.data.ShortKey;

/**
 * A deviation of the caller from the bank's written rules, however often it was seen.
 *
 * @param rule its public id, as {@code kaspi.request-id.missing}
 * @param clause section of the bank's document and what it says
 * @param severity how much it matters
 * @param evidence what was seen the first time, without secrets; a thousand characters of it
 * @param cause what it is told apart by from other findings of its rule; never shown
 * @param count how often it was seen, from 1
 * @param requests numbers of the journal entries that show it: at most the first ten and the last ten
 * @param at when it was seen first
 */
public record Finding(
        String rule,
        String clause,
        Severity severity,
        String evidence,
        String cause,
        long count,
        List<Long> requests,
        Instant at) {

    /** How much a deviation matters. */
    public enum Severity {
        /** Works today, is not what the document says. */
        NOTE,
        /** The real bank may answer otherwise. */
        WARNING,
        /** Money or service is at risk. */
        ERROR
    }

    private static final int MOST_AT_AN_END = 10;
    private static final int LONGEST_EVIDENCE = 1_000;

    /** Seen once; what has the same evidence has the same cause. */
    public Finding(String rule, String clause, Severity severity, String evidence, List<Long> requests, Instant at) {
        this(rule, clause, severity, evidence, evidence, 1, requests, at);
    }

    /** A breach of a clause, as grave as the clause says. */
    public static Finding of(Clause clause, String evidence, List<Long> requests, Instant at) {
        return new Finding(clause.rule(), clause.text(), clause.severity(), evidence, requests, at);
    }

    public Finding {
        requests = bounded(requests);
        evidence = evidence.length() <= LONGEST_EVIDENCE ? evidence : evidence.substring(0, LONGEST_EVIDENCE) + "…";
        cause = ShortKey.of(cause);
    }

    /** The same deviation, seen again. */
    Finding and(Finding again) {
        Severity graver = severity.compareTo(again.severity) >= 0 ? severity : again.severity;
        List<Long> all = Stream.concat(requests.stream(), again.requests.stream())
                .distinct()
                .sorted()
                .toList();
        return new Finding(rule, clause, graver, evidence, cause, count + again.count, all, at);
    }

    private static List<Long> bounded(List<Long> requests) {
        if (requests.size() <= 2 * MOST_AT_AN_END) {
            return List.copyOf(requests);
        }
        return Stream.concat(
                        requests.subList(0, MOST_AT_AN_END).stream(),
                        requests.subList(requests.size() - MOST_AT_AN_END, requests.size()).stream())
                .toList();
    }
}
