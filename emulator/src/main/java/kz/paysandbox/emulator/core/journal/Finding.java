package kz.paysandbox.emulator.core.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.core.data.ShortKey;

/**
 * A deviation of the caller from the bank's written rules, however often it was seen.
 *
 * @param rule its public id, as {@code toy.request-id.missing}
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

    /** Bytes of the objects around the texts, and of an index entry. */
    private static final long OBJECTS = 350;

    private static final long REQUEST_BYTES = 28;

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
        evidence = Excerpt.of(evidence, LONGEST_EVIDENCE);
        cause = ShortKey.of(cause);
    }

    /** What it takes of the heap, about. */
    long bytes() {
        return OBJECTS
                + REQUEST_BYTES * requests.size()
                + 2L * (evidence.length() + (evidence.equals(cause) ? 0 : cause.length()));
    }

    /** The same deviation, seen again. */
    Finding and(Finding again) {
        return seen(again.count, again.severity, again.requests);
    }

    /** Seen once more. */
    Finding again(Severity gravity, List<Long> others) {
        return seen(1, gravity, others);
    }

    private Finding seen(long times, Severity gravity, List<Long> others) {
        Severity graver = severity.compareTo(gravity) >= 0 ? severity : gravity;
        return new Finding(rule, clause, graver, evidence, cause, count + times, with(others), at);
    }

    /** The requests of both, in order; usually the new ones are the latest, which is cheap. */
    private List<Long> with(List<Long> others) {
        List<Long> all = new ArrayList<>(requests.size() + others.size());
        all.addAll(requests);
        boolean sorted = true;
        for (Long other : others) {
            long latest = all.isEmpty() ? Long.MIN_VALUE : all.get(all.size() - 1);
            if (other > latest) {
                all.add(other);
            } else if (other < latest && !all.contains(other)) {
                all.add(other);
                sorted = false;
            }
        }
        if (!sorted) {
            Collections.sort(all);
        }
        return all;
    }

    private static List<Long> bounded(List<Long> requests) {
        if (requests.size() <= 2 * MOST_AT_AN_END) {
            return List.copyOf(requests);
        }
        List<Long> ends = new ArrayList<>(2 * MOST_AT_AN_END);
        ends.addAll(requests.subList(0, MOST_AT_AN_END));
        ends.addAll(requests.subList(requests.size() - MOST_AT_AN_END, requests.size()));
        return List.copyOf(ends);
    }
}
