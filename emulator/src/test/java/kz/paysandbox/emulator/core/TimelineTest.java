package kz.paysandbox.emulator.core;

import static kz.paysandbox.emulator.core.TimelineFixture.NOON;
import static kz.paysandbox.emulator.core.TimelineFixture.fired;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final TimelineFixture world = new TimelineFixture(SandboxClock.Mode.FROZEN);

    @Test
    void advancing_runs_what_falls_due_in_order_and_each_task_sees_its_own_time() {
        world.note(20, "b");
        world.note(10, "a");
        world.note(31, "too late");
        assertThat(world.timeline.advance(Duration.ofSeconds(30))).containsExactly(fired(10, "a"), fired(20, "b"));
        assertThat(world.done).containsExactly("a@10", "b@20");
        assertThat(world.clock.instant()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void a_task_added_while_advancing_runs_in_the_same_move_if_it_falls_due_within_it() {
        world.at(10, "a", () -> {
            world.note(15, "child");
            world.note(40, "grandchild");
            return CompletableFuture.completedStage("a");
        });
        world.note(20, "b");
        assertThat(world.timeline.advance(Duration.ofSeconds(30)))
                .containsExactly(fired(10, "a"), fired(15, "child"), fired(20, "b"));
        assertThat(world.done).containsExactly("child@15", "b@20");
    }

    @Test
    void a_task_that_was_due_before_now_runs_at_once_and_moves_no_clock_back() {
        world.timeline.advance(Duration.ofSeconds(30));
        world.note(10, "overdue");
        assertThat(world.timeline.advance(Duration.ZERO)).containsExactly(fired(10, "overdue"));
        assertThat(world.done).containsExactly("overdue@30");
    }

    @Test
    void what_lapsed_is_listed_between_the_tasks_by_its_time() {
        world.part.lapses.add(DueEvent.done(NOON.plusSeconds(15), "lapse", "id"));
        world.note(10, "a");
        world.note(20, "b");
        assertThat(world.timeline.advance(Duration.ofSeconds(30)))
                .containsExactly(fired(10, "a"), fired(15, "lapse"), fired(20, "b"));
        assertThat(world.part.asked).containsExactly("lapsed 0..30");
    }

    @Test
    void a_task_that_is_not_ready_when_patience_ends_is_pending_and_the_move_goes_on() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        world.at(10, "slow", () -> slow);
        world.note(20, "b");
        assertThat(world.timeline.advance(Duration.ofSeconds(30)))
                .containsExactly(new DueEvent(NOON.plusSeconds(10), "slow", "id", true), fired(20, "b"));
        assertThat(slow).isNotDone();
    }

    @Test
    void a_task_that_fails_at_once_or_later_is_listed_as_failed_and_stops_nothing() {
        world.at(10, "throws", () -> {
            throw new IllegalStateException("broken");
        });
        world.at(20, "fails", () -> CompletableFuture.failedStage(new IllegalStateException("broken")));
        world.note(30, "b");
        assertThat(world.timeline.advance(Duration.ofSeconds(30)))
                .containsExactly(fired(10, "throws.failed"), fired(20, "fails.failed"), fired(30, "b"));
    }

    @Test
    void an_interrupted_move_leaves_the_task_running_and_the_thread_interrupted() {
        world.at(10, "slow", CompletableFuture::new);
        Thread.currentThread().interrupt();
        assertThat(world.timeline.advance(Duration.ofSeconds(30)))
                .containsExactly(new DueEvent(NOON.plusSeconds(10), "slow", "id", true));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_full_agenda_says_so() {
        for (int added = 0; added < 10; added++) {
            assertThat(world.note(added, "task")).isTrue();
        }
        assertThat(world.note(11, "one too many")).isFalse();
    }
}
