package kz.paysandbox.emulator.core.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.core.journal.Findings;
import kz.paysandbox.emulator.core.journal.Situation;
import kz.paysandbox.emulator.core.readiness.JudgedRule.RuleVerdict;
import kz.paysandbox.emulator.core.readiness.Readiness.Verdict;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private record Moment(Set<String> products) implements Situation {
        @Override
        public String exercise() {
            return "Do it.";
        }
    }

    private record TestClause(String rule, Optional<Situation> situation) implements Clause {
        @Override
        public Words words() {
            return new Words(rule, Severity.NOTE, "1.1", "seen");
        }
    }

    private static final Situation ANYWHERE = new Moment(Set.of("s1", "s2"));
    private static final Situation ONLY_S2 = new Moment(Set.of("s2"));
    private static final Situation OTHER = new Moment(Set.of("other"));
    private static final Set<String> SEEN = Set.of();

    private static final List<RuleBook> BOOKS = List.of(
            new RuleBook(
                    List.of("s1", "s2"),
                    List.of(
                            new TestClause("bank.any", Optional.of(ANYWHERE)),
                            new TestClause("bank.second", Optional.of(ONLY_S2)))),
            new RuleBook(List.of("other"), List.of(new TestClause("other.rule", Optional.of(OTHER)))));

    private final Findings findings = new Findings(4, () -> Instant.EPOCH);

    @Test
    void where_nothing_was_called_all_rules_are_there_and_nothing_is_known() {
        Readiness readiness = Readiness.of(BOOKS, SEEN, findings);

        assertThat(readiness.verdict()).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(readiness.uses()).isEmpty();
        assertThat(readiness.rules())
                .hasSize(3)
                .allSatisfy(rule -> assertThat(rule.verdict()).isEqualTo(RuleVerdict.NOT_EXERCISED));
    }

    @Test
    void rules_of_what_is_not_used_are_left_out() {
        exercise(ANYWHERE, "s1");
        Readiness readiness = Readiness.of(BOOKS, SEEN, findings);

        assertThat(readiness.uses()).containsExactly("s1");
        assertThat(verdicts(readiness)).containsExactly("bank.any pass 1");
        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void what_is_said_to_be_used_counts_whatever_was_called() {
        exercise(ANYWHERE, "s1");
        Readiness readiness = Readiness.of(BOOKS, Set.of("s2"), findings);

        assertThat(verdicts(readiness)).containsExactly("bank.any not-exercised 0", "bank.second not-exercised 0");
        assertThat(readiness.verdict()).isEqualTo(Verdict.NOT_KNOWN);
    }

    @Test
    void an_error_makes_it_not_ready_whatever_else_is_not_known() {
        exercise(ANYWHERE, "s2");
        find("bank.any", "a", Severity.NOTE, 1, 2);
        find("bank.any", "b", Severity.ERROR, 2, 7);
        Readiness readiness = Readiness.of(BOOKS, SEEN, findings);

        assertThat(verdicts(readiness)).containsExactly("bank.any fail 2", "bank.second not-exercised 0");
        assertThat(readiness.rules().get(0).evidence()).containsExactly(1L, 2L, 7L);
        assertThat(readiness.verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void warnings_and_notes_are_said_and_stand_in_nobodys_way() {
        exercise(ANYWHERE, "s2");
        exercise(ANYWHERE, "s2");
        find("bank.any", "a", Severity.WARNING, 1);
        find("bank.second", "a", Severity.NOTE, 2);
        Readiness readiness = Readiness.of(BOOKS, SEEN, findings);

        assertThat(verdicts(readiness)).containsExactly("bank.any warn 2", "bank.second note 1");
        assertThat(readiness.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void of_a_bank_whose_calls_were_only_refused_all_is_used() {
        find("bank.any", "a", Severity.NOTE, 1);

        assertThat(Readiness.of(BOOKS, SEEN, findings).uses()).containsExactly("s1", "s2");
    }

    @Test
    void a_finding_that_had_to_go_still_counts() {
        find("bank.any", "a", Severity.ERROR, 1);
        LongStream.rangeClosed(2, 6).forEach(number -> find("other.rule", "b" + number, Severity.NOTE, number));
        Readiness readiness = Readiness.of(BOOKS, SEEN, findings);

        assertThat(verdicts(readiness))
                .containsExactly("bank.any fail 1", "bank.second not-exercised 0", "other.rule note 4");
        assertThat(readiness.rules().get(0).evidence()).isEmpty();
    }

    @Test
    void the_latest_twenty_requests_are_the_evidence() {
        for (int first : new int[] {1, 11, 21}) {
            find(
                    "bank.any",
                    "a" + first,
                    Severity.NOTE,
                    LongStream.range(first, first + 10).toArray());
        }

        assertThat(Readiness.of(BOOKS, SEEN, findings).rules().get(0).evidence())
                .hasSize(20)
                .startsWith(11L)
                .endsWith(30L);
    }

    @Test
    void a_rule_whose_situation_nobody_counts_belongs_to_all_of_its_bank() {
        RuleBook book = new RuleBook(List.of("s1"), List.of(new TestClause("bank.silent", Optional.empty())));

        assertThat(verdicts(Readiness.of(List.of(book), Set.of("s1"), findings)))
                .containsExactly("bank.silent not-exercised 0");
        assertThat(Readiness.of(List.of(book), Set.of("s9"), findings).rules()).isEmpty();
        assertThat(Readiness.of(List.of(book), Set.of("s9"), findings).verdict())
                .isEqualTo(Verdict.NOT_KNOWN);
    }

    @Test
    void verdicts_have_the_names_of_the_control_surface() {
        assertThat(Verdict.values()).extracting(Verdict::label).containsExactly("ready", "not-ready", "not-known");
    }

    private void exercise(Situation situation, String product) {
        findings.exercises().count(situation, product);
    }

    private void find(String rule, String evidence, Severity severity, long... requests) {
        findings.add(new Finding(
                rule, "1.1", severity, evidence, LongStream.of(requests).boxed().toList(), Instant.EPOCH));
    }

    private static List<String> verdicts(Readiness readiness) {
        return readiness.rules().stream()
                .map(rule -> rule.clause().rule() + " " + rule.verdict().label() + " " + rule.exercised())
                .toList();
    }
}
