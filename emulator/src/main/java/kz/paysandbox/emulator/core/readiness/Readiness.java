package kz.paysandbox.emulator.core.readiness;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.core.journal.Findings;
import kz.paysandbox.emulator.core.readiness.JudgedRule.RuleVerdict;

/**
 * Whether an integration keeps the written rules of what it uses.
 *
 * @param uses the products that it uses, in order; empty where nothing is known of that
 * @param rules those that can be broken in these products, in the documents' order; all where nothing is used
 */
public record Readiness(Verdict verdict, Set<String> uses, List<JudgedRule> rules) {

    /** Of all rules together. */
    public enum Verdict {
        /** Each rule was put to the test, and none is broken so that money or service is at risk. */
        READY("ready"),
        /** At least one rule is broken so that money or service is at risk. */
        NOT_READY("not-ready"),
        /** No rule fails, and at least one was not put to the test. */
        NOT_KNOWN("not-known");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        /** As on the control surface. */
        public String label() {
            return label;
        }

        static Verdict of(List<JudgedRule> rules) {
            if (rules.stream().anyMatch(rule -> rule.is(RuleVerdict.FAIL))) {
                return NOT_READY;
            }
            boolean known = !rules.isEmpty() && rules.stream().noneMatch(rule -> rule.is(RuleVerdict.NOT_EXERCISED));
            return known ? READY : NOT_KNOWN;
        }
    }

    private static final int MOST_EVIDENCE = 20;

    public Readiness {
        uses = Collections.unmodifiableSet(new TreeSet<>(uses));
        rules = List.copyOf(rules);
    }

    /**
     * The verdict on what one world has seen since its findings were cleared last.
     *
     * @param used the products that the integration uses; empty for those that its calls show
     */
    public static Readiness of(List<RuleBook> books, Set<String> used, Findings findings) {
        Map<String, List<Finding>> found = findings.all().stream().collect(Collectors.groupingBy(Finding::rule));
        Set<String> uses = used.isEmpty() ? seen(books, findings, found.keySet()) : used;
        List<JudgedRule> rules = books.stream()
                .flatMap(book -> book.clauses().stream()
                        .filter(clause -> uses.isEmpty() || !Collections.disjoint(book.productsOf(clause), uses))
                        .map(clause -> judge(clause, uses, findings, found.getOrDefault(clause.rule(), List.of()))))
                .toList();
        return new Readiness(Verdict.of(rules), uses, rules);
    }

    /** A bank that only refused its callers is used, and nobody knows what of it. */
    private static Set<String> seen(List<RuleBook> books, Findings findings, Set<String> broken) {
        Set<String> seen = new HashSet<>(findings.exercises().products());
        for (RuleBook book : books) {
            boolean isBroken = book.clauses().stream()
                    .map(Clause::rule)
                    .anyMatch(rule -> broken.contains(rule) || findings.gone().containsKey(rule));
            if (isBroken && Collections.disjoint(book.products(), seen)) {
                seen.addAll(book.products());
            }
        }
        return seen;
    }

    private static JudgedRule judge(Clause clause, Set<String> uses, Findings findings, List<Finding> found) {
        long counted = clause.situation()
                .map(situation -> findings.exercises().of(situation, uses))
                .orElse(0L);
        Optional<Severity> gravest = Stream.concat(
                        found.stream().map(Finding::severity),
                        Optional.ofNullable(findings.gone().get(clause.rule())).stream())
                .max(Severity::compareTo);
        long broken = Math.max(
                gravest.isPresent() ? 1 : 0,
                found.stream().mapToLong(Finding::count).sum());
        RuleVerdict verdict =
                gravest.map(RuleVerdict::broken).orElse(counted > 0 ? RuleVerdict.PASS : RuleVerdict.NOT_EXERCISED);
        return new JudgedRule(clause, verdict, Math.max(counted, broken), evidence(found));
    }

    private static List<Long> evidence(List<Finding> found) {
        List<Long> numbers = found.stream()
                .map(Finding::requests)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList();
        return numbers.subList(Math.max(0, numbers.size() - MOST_EVIDENCE), numbers.size());
    }
}
