package kz.paysandbox.emulator.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.ServerMemory;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private final Findings findings = new Findings(2, () -> now);

    @Test
    void what_is_expected_is_found_once_its_time_has_come() {
        findings.expect("a", START.plusSeconds(10), finding("a", 1));
        now = START.plusSeconds(9);
        assertThat(findings.all()).isEmpty();
        now = START.plusSeconds(10);
        assertThat(findings.all()).extracting(Finding::rule).containsExactly("a");
        assertThat(findings.all()).extracting(Finding::count).containsExactly(1L);
    }

    @Test
    void what_is_withdrawn_in_time_is_not_found_and_afterwards_it_stays() {
        findings.expect("a", START.plusSeconds(10), finding("a", 1));
        findings.withdraw("a");
        findings.expect("b", START.plusSeconds(10), finding("b", 1));
        now = START.plusSeconds(20);
        findings.withdraw("b");
        assertThat(findings.all()).extracting(Finding::rule).containsExactly("b");
    }

    @Test
    void what_is_cleared_is_forgotten_and_what_is_still_to_come_is_not() {
        findings.add(finding("a", 1));
        findings.add(finding("b", 2));
        findings.add(finding("c", 3));
        findings.expect("d", START.plusSeconds(10), finding("d", 4));
        findings.expect("e", START, finding("e", 5));
        assertThat(findings.run()).isEqualTo(new Findings.Run(0, Instant.MIN));
        findings.clear();
        assertThat(findings.run()).isEqualTo(new Findings.Run(1, START));
        assertThat(findings.forgotten()).isZero();
        assertThat(findings.all()).isEmpty();
        now = START.plusSeconds(10);
        assertThat(findings.all()).extracting(Finding::rule).containsExactly("d");
    }

    @Test
    void of_both_kinds_the_oldest_go_first_and_are_counted() {
        for (String rule : List.of("a", "b", "c")) {
            findings.expect(rule, START.plusSeconds(10), finding(rule, 1));
        }
        assertThat(findings.forgotten()).isEqualTo(1);
        now = START.plusSeconds(10);
        assertThat(findings.all()).extracting(Finding::rule).containsExactly("b", "c");
        findings.add(finding("d", 1));
        assertThat(findings.all()).extracting(Finding::rule).containsExactly("c", "d");
        assertThat(findings.forgotten()).isEqualTo(2);
    }

    @Test
    void those_about_callers_without_credentials_push_no_others_out() {
        Findings many = new Findings(16, () -> now);
        LongStream.rangeClosed(1, 14).forEach(number -> many.add(finding("known-" + number, number)));
        LongStream.rangeClosed(1, 100).forEach(number -> many.addOfStranger(finding("stranger-" + number, number)));
        assertThat(many.all()).hasSize(16).extracting(Finding::rule).contains("known-1", "stranger-100", "stranger-99");
        many.add(finding("known-15", 15));
        assertThat(many.all()).extracting(Finding::rule).contains("known-1", "known-15", "stranger-100");
        many.add(finding("stranger-100", 16));
        many.add(finding("known-16", 17));
        assertThat(many.all())
                .extracting(Finding::rule)
                .doesNotContain("known-1")
                .contains("stranger-100");
    }

    @Test
    void bytes_bound_them_too_and_what_goes_is_counted() {
        ServerMemory memory = ServerMemory.ofHeap(40_000, kind -> 10);
        Findings few = new Findings(1_000, () -> now, memory.ofWorld());
        few.expect("a", START.plusSeconds(10), finding("a", 1));
        LongStream.rangeClosed(1, 10).forEach(number -> few.add(finding("rule-" + number, number)));
        assertThat(memory.held(MemoryKind.FINDINGS)).isBetween(300L, 750L);
        assertThat(few.forgotten()).isEqualTo(10);
        few.withdraw("a");
        assertThat(few.all()).extracting(Finding::rule).containsExactly("rule-10");
        few.clear();
        assertThat(memory.held(MemoryKind.FINDINGS)).isZero();
    }

    @Test
    void nothing_is_kept_where_nothing_may_be() {
        Findings none = new Findings(0, () -> now);
        assertThat(none.keeps()).isFalse();
        assertThat(findings.keeps()).isTrue();
        none.expect("a", START, finding("a", 1));
        none.add(finding("b", 1));
        assertThat(none.all()).isEmpty();
        assertThat(none.forgotten()).isZero();
    }

    @Test
    void a_known_cause_is_counted_without_its_words() {
        assertThat(findings.again("a", "evidence", Finding.Severity.NOTE, List.of(1L)))
                .isFalse();
        assertThat(findings.all()).isEmpty();
        findings.add(finding("a", 1));
        assertThat(findings.again("a", "evidence", Finding.Severity.WARNING, List.of(3L)))
                .isTrue();
        assertThat(findings.again("a", "another", Finding.Severity.NOTE, List.of(4L)))
                .isFalse();
        Finding counted = findings.all().get(0);
        assertThat(counted.count()).isEqualTo(2);
        assertThat(counted.severity()).isEqualTo(Finding.Severity.WARNING);
        assertThat(counted.requests()).containsExactly(1L, 3L);
    }

    @Test
    void the_graver_severity_stays() {
        Finding grave = new Finding("a", "1", Finding.Severity.ERROR, "evidence", List.of(1L), START);
        findings.add(grave);
        findings.add(finding("a", 2));
        assertThat(findings.all()).extracting(Finding::severity).containsExactly(Finding.Severity.ERROR);
    }

    @Test
    void requests_are_kept_in_order_and_once() {
        findings.add(finding("a", 5));
        findings.add(finding("a", 3));
        findings.add(finding("a", 5));
        findings.add(finding("a", 4));
        assertThat(findings.all().get(0).requests()).containsExactly(3L, 4L, 5L);
    }

    @Test
    void of_many_requests_the_first_ten_and_the_last_ten_are_kept() {
        List<Long> many = LongStream.rangeClosed(1, 21).boxed().toList();
        Finding finding = new Finding("a", "1", Finding.Severity.NOTE, "e", many, START);
        assertThat(finding.requests()).hasSize(20).doesNotContain(11L).contains(10L, 12L);
        assertThat(new Finding("a", "1", Finding.Severity.NOTE, "e", many.subList(0, 20), START).requests())
                .hasSize(20)
                .contains(11L);
    }

    @Test
    void evidence_has_its_length() {
        assertThat(evidence("e".repeat(1_000))).hasSize(1_000).doesNotEndWith("…");
        assertThat(evidence("e".repeat(1_001))).hasSize(1_001).endsWith("…");
    }

    private static String evidence(String words) {
        return new Finding("a", "1", Finding.Severity.NOTE, words, List.of(), START).evidence();
    }

    private static Finding finding(String rule, long request) {
        return new Finding(rule, "2.1", Finding.Severity.NOTE, "evidence", List.of(request), START);
    }
}
