package kz.paysandbox.emulator.core;

import static kz.paysandbox.emulator.core.TimelineFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.WorldChange.Kind;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.faults.FaultChange;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.core.journal.Findings;
import kz.paysandbox.emulator.core.records.BoundedRecords;
import kz.paysandbox.emulator.core.records.Records;
import org.junit.jupiter.api.Test;

/** What changes is told to who watches, once each, and what does not change is not. */
class ChangesToldTest {

    private final List<Object> heard = new ArrayList<>();

    @Test
    void a_record_that_is_put_or_changed_is_told_and_a_refused_change_is_not() {
        Records<String, Integer> records = new Records<>();
        records.changes().watch(heard::add);
        records.put("a", 1);
        records.change("a", value -> Outcome.ok(value + 1), "absent");
        records.change("a", value -> Outcome.refused("no"), "absent");
        records.change("b", Outcome::ok, "absent");
        records.remove("a");
        assertThat(heard).containsExactly("a", "a");
    }

    @Test
    void a_bounded_record_is_told_too() {
        BoundedRecords<String> records = new BoundedRecords<>(2);
        records.changes().watch(heard::add);
        records.put("a", "1");
        assertThat(records.change("a", value -> value + "2")).contains("12");
        records.change("b", value -> value);
        assertThat(heard).containsExactly("a", "a");
    }

    @Test
    void a_finding_is_told_when_it_is_remembered_and_when_it_is_counted_again() {
        Findings findings = new Findings(1, () -> NOON);
        findings.changes().watch(finding -> heard.add(finding.rule() + " " + finding.count()));
        findings.add(finding("a", 1));
        findings.add(finding("a", 2));
        findings.again("a", "seen", Finding.Severity.NOTE, List.of(3L));
        findings.again("b", "seen", Finding.Severity.NOTE, List.of(3L));
        findings.add(finding("b", 4));
        assertThat(heard).containsExactly("a 1", "a 2", "a 3", "b 1");
    }

    @Test
    void a_finding_to_come_is_told_when_its_time_has_come() {
        Instant[] now = {NOON};
        Findings findings = new Findings(1, () -> now[0]);
        findings.changes().watch(finding -> heard.add(finding.rule()));
        findings.expect("a", NOON.plusSeconds(1), finding("a", 1));
        findings.all();
        assertThat(heard).isEmpty();
        now[0] = NOON.plusSeconds(1);
        findings.all();
        assertThat(heard).containsExactly("a");
    }

    @Test
    void faults_are_told_when_they_are_removed_and_one_that_there_is_not_is_not() {
        FaultBook book = new FaultBook((key, ordinal) -> 0);
        book.changes().watch(heard::add);
        book.add("x", Match.ANY, Effect.NONE, Optional.empty());
        book.add("y", Match.ANY, Effect.NONE, Optional.empty());
        book.add("z", Match.ANY, Effect.NONE, Optional.empty());
        book.remove("fault-2");
        book.remove("fault-2");
        book.withdraw("fault-1");
        book.clear();
        assertThat(heard)
                .containsExactly(
                        new FaultChange("fault-1", FaultChange.Kind.ADDED),
                        new FaultChange("fault-2", FaultChange.Kind.ADDED),
                        new FaultChange("fault-3", FaultChange.Kind.ADDED),
                        new FaultChange("fault-2", FaultChange.Kind.REMOVED),
                        new FaultChange("fault-1", FaultChange.Kind.MET),
                        new FaultChange("fault-1", FaultChange.Kind.REMOVED),
                        new FaultChange("fault-3", FaultChange.Kind.REMOVED));
    }

    @Test
    void each_move_of_the_clock_is_told_with_what_fell_due() {
        TimelineFixture real = new TimelineFixture(SandboxClock.Mode.REAL);
        real.timeline.moves().watch(heard::add);
        real.note(10, "a");
        real.timeline.advance(Duration.ofSeconds(20));
        real.timeline.freezeAt(NOON.plusSeconds(30));
        real.timeline.run(NOON.plusSeconds(40));
        assertThat(heard).containsExactly(List.of(TimelineFixture.fired(10, "a")), List.of(), List.of());
    }

    @Test
    void what_falls_due_by_itself_is_told_as_begun_and_nothing_where_nothing_does() {
        TimelineFixture real = new TimelineFixture(SandboxClock.Mode.REAL);
        real.timeline.moves().watch(heard::add);
        real.note(10, "a");
        real.timeline.runDue();
        assertThat(heard).isEmpty();
        real.machine.move(Duration.ofSeconds(10));
        real.timeline.runDue();
        assertThat(heard).containsExactly(List.of(new DueEvent(NOON.plusSeconds(10), "a", "id", true)));
    }

    @Test
    void worlds_are_told_when_they_come_begin_again_and_go() {
        Alarm alarm = Alarm.none();
        Worlds worlds = new Worlds(new TestClock(NOON), alarm, 3, new WorldLimits(10, 10, 10, 10), List.of());
        worlds.changes()
                .watch(change -> heard.add(change.kind() + " " + change.world().generation()));
        worlds.create(new WorldSpec("a", 1, Optional.empty(), new Credentials(Map.of())));
        worlds.create(new WorldSpec("a", 1, Optional.empty(), new Credentials(Map.of())));
        worlds.reset("a");
        worlds.restart("a", 2, Optional.empty());
        worlds.delete("b", world -> {});
        worlds.delete("a", world -> heard.add("gone"));
        assertThat(heard)
                .containsExactly(Kind.MADE + " 1", Kind.RESET + " 2", Kind.RESET + " 3", "gone", Kind.DELETED + " 3");
        assertThat(worlds.alarm()).isSameAs(alarm);
    }

    private static Finding finding(String rule, long request) {
        return new Finding(rule, "clause", Finding.Severity.NOTE, "seen", List.of(request), NOON);
    }
}
