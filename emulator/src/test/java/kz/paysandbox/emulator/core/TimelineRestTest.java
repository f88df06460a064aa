package kz.paysandbox.emulator.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.paysandbox.emulator.core.state.ChangeListener;
import kz.paysandbox.emulator.core.state.StateTable;
import org.junit.jupiter.api.Test;

/** Tasks by name over a start: what fell due while the process was down is done as it would have been. */
class TimelineRestTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final TimelineFixture before = known(SandboxClock.Mode.REAL);
    private final TimelineFixture after = known(SandboxClock.Mode.REAL);

    @Test
    void what_fell_due_is_done_in_order_and_each_at_its_own_instant() {
        put(before, 20, "note", "second");
        put(before, 10, "note", "first");
        put(before, 7_200, "note", "not yet");
        comeBack();
        after.timeline.catchUp();
        assertThat(after.done).containsExactly("first@10", "second@20");
        assertThat(after.clock.instant()).isEqualTo(TimelineFixture.NOON.plus(HOUR));
        assertThat(after.clock.mode()).isEqualTo(SandboxClock.Mode.REAL);
        assertThat(after.timeline.scheduled("note")).containsExactly("not yet");
    }

    @Test
    void what_a_task_puts_on_the_timeline_is_done_too_where_it_fell_due() {
        put(before, 10, "chain", "link");
        put(before, 40, "note", "later");
        comeBack();
        after.timeline.catchUp();
        assertThat(after.done).containsExactly("link@10", "followed@30", "later@40");
    }

    @Test
    void what_goes_out_of_the_process_waits_until_the_world_acts_again() {
        put(before, 10, "send", "letter");
        put(before, 20, "note", "inside");
        comeBack();
        assertThat(after.timeline.isResting()).isTrue();
        after.timeline.catchUp();
        assertThat(after.done).containsExactly("inside@20");
        after.timeline.resume();
        assertThat(after.timeline.isResting()).isFalse();
        assertThat(after.done).containsExactly("inside@20", "letter@3600");
    }

    @Test
    void no_alarm_is_set_while_the_world_rests() {
        put(before, 7_200, "note", "later");
        comeBack();
        after.timeline.catchUp();
        assertThat(after.alarms).isEmpty();
        after.timeline.resume();
        assertThat(after.alarms).containsExactly(HOUR);
    }

    @Test
    void a_clock_that_stood_stands_and_nothing_is_done() {
        TimelineFixture standing = known(SandboxClock.Mode.FROZEN);
        put(standing, -1, "note", "past");
        standing.timeline.rest();
        standing.timeline.catchUp();
        assertThat(standing.done).isEmpty();
        assertThat(standing.clock.instant()).isEqualTo(TimelineFixture.NOON);
    }

    @Test
    void tasks_due_at_one_instant_keep_their_order_and_new_ones_come_behind() {
        put(before, 10, "note", "a");
        put(before, 10, "note", "b");
        List<KeptTask> kept = kept(before);
        assertThat(kept).extracting(KeptTask::ordinal).containsExactly(0L, 1L);
        after.timeline.rest();
        StateTable<KeptTask> table = after.timeline.table();
        table.source().restore("1", kept.get(1));
        table.source().restore("0", kept.get(0));
        put(after, 10, "note", "c");
        assertThat(kept(after)).extracting(KeptTask::ordinal).containsExactly(0L, 1L, 2L);
        after.machine.move(HOUR);
        after.timeline.catchUp();
        assertThat(after.done).containsExactly("a@10", "b@10", "c@10");
    }

    @Test
    void a_task_is_kept_until_its_end_not_only_until_its_beginning() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        before.timeline.action("slow", (id, detail) -> answer);
        put(before, 0, "slow", "payment");
        before.timeline.runDue();
        assertThat(kept(before)).extracting(KeptTask::id).containsExactly("payment");
        answer.complete("done");
        assertThat(kept(before)).isEmpty();
    }

    @Test
    void a_task_that_fails_is_kept_no_more() {
        before.timeline.action("bug", (id, detail) -> {
            throw new IllegalStateException("bug");
        });
        put(before, 0, "bug", "payment");
        before.timeline.runDue();
        assertThat(kept(before)).isEmpty();
    }

    @Test
    void whoever_keeps_tasks_is_told_before_one_is_there_and_before_it_is_gone() {
        StateTable<KeptTask> table = before.timeline.table();
        List<String> told = new ArrayList<>();
        ChangeListener listener =
                key -> told.add(key + (table.source().find(key).isPresent() ? " there" : " absent"));
        table.source().listen(listener);
        put(before, 0, "note", "a");
        before.timeline.runDue();
        assertThat(told).containsExactly("0 absent", "0 there");
    }

    @Test
    void a_task_without_a_name_is_not_kept() {
        assertThat(before.note(10, "unnamed")).isTrue();
        assertThat(kept(before)).isEmpty();
    }

    @Test
    void an_action_that_nobody_knows_is_refused() {
        Instant due = TimelineFixture.NOON;
        assertThatThrownBy(() -> before.timeline.at(due, "unknown", "id", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown");
    }

    /** The tasks come back in another process, an hour later. */
    private void comeBack() {
        after.timeline.rest();
        StateTable<KeptTask> table = after.timeline.table();
        kept(before).forEach(task -> table.source().restore(String.valueOf(task.ordinal()), task));
        after.machine.move(HOUR);
    }

    private static List<KeptTask> kept(TimelineFixture of) {
        StateTable<KeptTask> table = of.timeline.table();
        return table.source().keys().stream()
                .map(key -> table.source().find(key).orElseThrow())
                .toList();
    }

    private static TimelineFixture known(SandboxClock.Mode mode) {
        TimelineFixture fixture = new TimelineFixture(mode);
        fixture.timeline.action("note", (id, detail) -> noted(fixture, id));
        fixture.timeline.outgoing("send", (id, detail) -> noted(fixture, id));
        fixture.timeline.action("chain", (id, detail) -> {
            put(fixture, 30, "note", "followed");
            return noted(fixture, id);
        });
        return fixture;
    }

    private static CompletionStage<String> noted(TimelineFixture fixture, String id) {
        fixture.done.add(id + "@"
                + Duration.between(TimelineFixture.NOON, fixture.clock.instant())
                        .toSeconds());
        return CompletableFuture.completedStage(id);
    }

    private static void put(TimelineFixture fixture, int seconds, String what, String id) {
        assertThat(fixture.timeline.at(TimelineFixture.NOON.plusSeconds(seconds), what, id, ""))
                .isTrue();
    }
}
