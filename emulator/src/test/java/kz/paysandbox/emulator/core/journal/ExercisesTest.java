package kz.paysandbox.emulator.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import org.junit.jupiter.api.Test;

class ExercisesTest {

    private enum Moment implements Situation {
        ONE,
        OTHER;

        @Override
        public String exercise() {
            return name();
        }

        @Override
        public Set<String> products() {
            return Set.of("a", "b");
        }
    }

    private final Findings findings = new Findings(2, () -> Instant.EPOCH);
    private final Exercises exercises = findings.exercises();

    @Test
    void situations_are_counted_apart_and_by_product() {
        exercises.count(Moment.ONE, "a");
        exercises.count(Moment.ONE, "a");
        exercises.count(Moment.ONE, "b");
        exercises.count(Moment.OTHER, "b");

        assertThat(exercises.of(Moment.ONE, Set.of("a"))).isEqualTo(2);
        assertThat(exercises.of(Moment.ONE, Set.of("a", "b"))).isEqualTo(3);
        assertThat(exercises.of(Moment.OTHER, Set.of("a"))).isZero();
        assertThat(exercises.products()).containsExactly("a", "b");
    }

    @Test
    void what_is_found_is_forgotten_together_with_what_was_counted() {
        exercises.count(Moment.ONE, "a");
        findings.clear();

        assertThat(exercises.of(Moment.ONE, Set.of("a"))).isZero();
        assertThat(exercises.products()).isEmpty();
    }

    @Test
    void of_findings_that_went_the_gravest_of_each_rule_is_known_until_they_are_cleared() {
        add("x", "1", Severity.NOTE);
        add("x", "2", Severity.ERROR);
        add("x", "3", Severity.WARNING);
        add("y", "4", Severity.NOTE);
        assertThat(findings.gone()).isEqualTo(Map.of("x", Severity.ERROR));
        add("y", "5", Severity.NOTE);
        add("y", "6", Severity.NOTE);
        assertThat(findings.gone()).isEqualTo(Map.of("x", Severity.ERROR, "y", Severity.NOTE));

        findings.clear();
        assertThat(findings.gone()).isEmpty();
    }

    @Test
    void whoever_withdraws_hears_whether_anything_was_expected() {
        findings.expect("a", Instant.EPOCH.plusSeconds(1), finding("x", "1", Severity.NOTE));

        assertThat(findings.withdraw("a")).isTrue();
        assertThat(findings.withdraw("a")).isFalse();
    }

    private void add(String rule, String evidence, Severity severity) {
        findings.add(finding(rule, evidence, severity));
    }

    private static Finding finding(String rule, String evidence, Severity severity) {
        return new Finding(rule, "1.1", severity, evidence, List.of(1L), Instant.EPOCH);
    }
}
