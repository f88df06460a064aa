package kz.paysandbox.emulator.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.TableReader;
import org.junit.jupiter.api.Test;

/** What a store is told of findings, and what they count as held. */
class KeptFindingsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final MemoryKind KIND = MemoryKind.FINDINGS;

    private Instant now = START;
    private final WorldMemory memory = WorldMemory.unbounded();
    private final Findings findings = new Findings(2, () -> now, memory);
    private final TableReader store = new TableReader(findings.tables());

    private static Finding finding(String rule, long... requests) {
        List<Long> numbers = new ArrayList<>();
        for (long request : requests) {
            numbers.add(request);
        }
        return new Finding(rule, "2.1", Finding.Severity.NOTE, "evidence", numbers, START);
    }

    private static String key(String rule) {
        return rule + "\nevidence";
    }

    /** With so many requests. */
    private static long bytes(int requests) {
        return 350 + 28L * requests + 2L * "evidence".length();
    }

    @Test
    void a_finding_counts_with_its_requests() {
        findings.add(finding("a", 1));
        assertThat(memory.held(KIND)).isEqualTo(bytes(1));
        findings.add(finding("a", 2));
        assertThat(memory.held(KIND)).isEqualTo(bytes(2));
        assertThat(findings.again("a", "evidence", Finding.Severity.NOTE, List.of(3L, 4L)))
                .isTrue();
        assertThat(memory.held(KIND)).isEqualTo(bytes(4));
        findings.addOfStranger(finding("b", 5));
        assertThat(memory.held(KIND)).isEqualTo(bytes(4) + bytes(1));
        findings.clear();
        assertThat(memory.held(KIND)).isZero();
    }

    @Test
    void what_goes_at_the_limit_counts_no_more() {
        findings.add(finding("a", 1, 2, 3));
        findings.add(finding("b", 4));
        findings.add(finding("c", 5));
        assertThat(memory.held(KIND)).isEqualTo(2 * bytes(1));
        assertThat(findings.gone()).isEqualTo(Map.of("a", Finding.Severity.NOTE));
        findings.clear();
        assertThat(findings.gone()).isEmpty();
    }

    @Test
    void of_strangers_one_in_eight_is_kept_and_the_rest_counts_nothing() {
        Findings many = new Findings(16, () -> now, memory);
        many.addOfStranger(finding("a", 1));
        many.addOfStranger(finding("b", 2));
        assertThat(memory.held(KIND)).isEqualTo(2 * bytes(1));
        many.addOfStranger(finding("c", 3, 4));
        assertThat(many.all()).extracting(Finding::rule).containsExactly("b", "c");
        assertThat(memory.held(KIND)).isEqualTo(bytes(1) + bytes(2));
    }

    @Test
    void what_is_expected_counts_until_it_is_withdrawn_and_once_it_is_found() {
        findings.expect("x", START.plusSeconds(10), finding("a", 1, 2));
        assertThat(memory.held(KIND)).isEqualTo(bytes(2));
        findings.expect("x", START.plusSeconds(10), finding("a", 1));
        assertThat(memory.held(KIND)).isEqualTo(bytes(1));
        assertThat(findings.withdraw("y")).isFalse();
        assertThat(memory.held(KIND)).isEqualTo(bytes(1));
        assertThat(findings.withdraw("x")).isTrue();
        assertThat(memory.held(KIND)).isZero();
        findings.expect("x", START.plusSeconds(10), finding("a", 1));
        now = START.plusSeconds(10);
        assertThat(findings.all()).hasSize(1);
        assertThat(memory.held(KIND)).isEqualTo(bytes(1));
    }

    @Test
    void what_was_expected_and_is_known_already_counts_as_one_finding() {
        findings.expect("x", START.plusSeconds(10), finding("a", 2));
        findings.add(finding("a", 1));
        assertThat(memory.held(KIND)).isEqualTo(2 * bytes(1));
        now = START.plusSeconds(10);
        assertThat(findings.all()).extracting(Finding::count).containsExactly(2L);
        assertThat(memory.held(KIND)).isEqualTo(bytes(2));
    }

    @Test
    void what_is_expected_beyond_the_limit_goes_and_counts_no_more() {
        findings.expect("x", START.plusSeconds(10), finding("a", 1, 2, 3));
        findings.expect("y", START.plusSeconds(10), finding("b", 4));
        findings.expect("z", START.plusSeconds(10), finding("c", 5));
        assertThat(memory.held(KIND)).isEqualTo(2 * bytes(1));
        assertThat(findings.forgotten()).isEqualTo(1);
    }

    @Test
    void every_change_is_told_to_the_store() {
        findings.add(finding("a", 1));
        assertThat(store.heard()).containsExactly("world.findings " + key("a"));
        findings.again("a", "evidence", Finding.Severity.NOTE, List.of(2L));
        assertThat(store.heard()).containsExactly("world.findings " + key("a"));
        findings.addOfStranger(finding("b", 3));
        assertThat(store.heard()).containsExactly("world.findings " + key("b"));
        findings.add(finding("c", 4));
        assertThat(store.heard())
                .containsExactly("world.findings " + key("c"), "world.findings " + key("b"), "world.findings-run it");
        findings.clear();
        assertThat(store.heard())
                .containsExactlyInAnyOrder(
                        "world.findings-run it", "world.findings " + key("a"), "world.findings " + key("c"));
    }

    @Test
    void watchers_are_told_of_a_finding_that_is_seen_again() {
        findings.add(finding("a", 1));
        List<Finding> heard = new ArrayList<>();
        findings.changes().watch(heard::add);
        findings.again("a", "evidence", Finding.Severity.WARNING, List.of(2L));
        assertThat(heard).isEqualTo(findings.all());
    }

    @Test
    void findings_come_back_with_what_is_known_of_those_that_are_gone() {
        findings.add(finding("a", 1));
        findings.clear();
        now = START.plusSeconds(5);
        findings.clear();
        findings.add(finding("b", 2));
        findings.add(finding("c", 3));
        findings.add(finding("d", 4));
        assertThat(store.keys("world.findings")).containsExactly(key("c"), key("d"));
        assertThat(store.find("world.findings", key("c")))
                .contains(findings.all().get(0));
        assertThat(store.find("world.findings", key("b"))).isEqualTo(Optional.empty());

        Findings back = new Findings(2, () -> now);
        store.copyTo(back.tables());

        assertThat(back.all()).isEqualTo(findings.all());
        assertThat(back.run()).isEqualTo(new Findings.Run(2, START.plusSeconds(5)));
        assertThat(back.forgotten()).isEqualTo(1);
        assertThat(back.gone()).isEqualTo(Map.of("b", Finding.Severity.NOTE));
    }

    @Test
    void a_run_that_was_never_cleared_began_before_all_instants() {
        Findings back = new Findings(2, () -> now);
        store.copyTo(back.tables());
        assertThat(back.run()).isEqualTo(new Findings.Run(0, Instant.MIN));
    }
}
