package kz.paysandbox.emulator.core.readiness;

import java.util.List;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.Finding.Severity;

/**
 * A written rule, and how an integration keeps it.
 *
 * @param exercised how often the situation occurred in which it is kept or broken
 * @param evidence numbers of the latest requests that show it broken, in order; empty where it is not
 */
public record JudgedRule(Clause clause, RuleVerdict verdict, long exercised, List<Long> evidence) {

    /** How a rule is kept. */
    public enum RuleVerdict {
        PASS("pass"),
        /** Broken, and money or service is at risk. */
        FAIL("fail"),
        WARN("warn"),
        NOTE("note"),
        NOT_EXERCISED("not-exercised");

        private final String label;

        RuleVerdict(String label) {
            this.label = label;
        }

        /** As on the control surface. */
        public String label() {
            return label;
        }

        static RuleVerdict broken(Severity severity) {
            return switch (severity) {
                case ERROR -> FAIL;
                case WARNING -> WARN;
                case NOTE -> NOTE;
            };
        }
    }

    public JudgedRule {
        evidence = List.copyOf(evidence);
    }

    boolean is(RuleVerdict wanted) {
        return verdict == wanted;
    }
}
