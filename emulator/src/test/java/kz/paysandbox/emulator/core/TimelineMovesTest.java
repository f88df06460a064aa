package kz.paysandbox.emulator.core;

import static kz.paysandbox.emulator.core.TimelineFixture.NOON;
import static kz.paysandbox.emulator.core.TimelineFixture.fired;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import kz.paysandbox.emulator.core.SandboxClock.Mode;
import org.junit.jupiter.api.Test;

class TimelineMovesTest {

    private final TimelineFixture frozen = new TimelineFixture(Mode.FROZEN);
    private final TimelineFixture real = new TimelineFixture(Mode.REAL);

    @Test
    void freezing_later_passes_through_all_that_lies_before() {
        real.note(10, "a");
        assertThat(real.timeline.freezeAt(NOON.plusSeconds(30))).containsExactly(fired(10, "a"));
        assertThat(real.clock.instant()).isEqualTo(NOON.plusSeconds(30));
        assertThat(real.clock.mode()).isEqualTo(Mode.FROZEN);
    }

    @Test
    void going_back_settles_what_has_happened_and_runs_nothing() {
        frozen.timeline.advance(Duration.ofSeconds(60));
        frozen.note(30, "due before the present");
        assertThat(frozen.timeline.freezeAt(NOON)).isEmpty();
        assertThat(frozen.part.asked).containsExactly("lapsed 0..60", "settle 60");
        assertThat(frozen.clock.instant()).isEqualTo(NOON);
        assertThat(frozen.done).isEmpty();
        assertThat(frozen.timeline.advance(Duration.ofSeconds(30)))
                .containsExactly(fired(30, "due before the present"));
    }

    @Test
    void what_comes_next_is_known_tasks_and_what_lapses_in_order_and_no_more_than_asked_for() {
        frozen.note(30, "task");
        frozen.note(-5, "past");
        frozen.note(20, "first");
        frozen.part.lapses.add(fired(25, "lapse"));
        frozen.part.lapses.add(fired(40, "later"));
        assertThat(frozen.timeline.upcoming(3))
                .containsExactly(fired(20, "first"), fired(25, "lapse"), fired(30, "task"));
        assertThat(frozen.timeline.upcoming(9)).hasSize(4);
        assertThat(frozen.done).isEmpty();
    }

    @Test
    void standing_still_settles_nothing() {
        assertThat(frozen.timeline.freezeAt(NOON)).isEmpty();
        assertThat(frozen.part.asked).containsExactly("lapsed 0..0");
    }

    @Test
    void running_on_from_a_past_instant_passes_through_what_lies_between() {
        frozen.note(10, "a");
        frozen.machine.move(Duration.ofSeconds(30));
        assertThat(frozen.timeline.run(frozen.machine.instant())).containsExactly(fired(10, "a"));
        assertThat(frozen.clock.mode()).isEqualTo(Mode.REAL);
        assertThat(frozen.clock.instant()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void running_on_from_ahead_goes_back_to_the_machine_s_time_and_settles() {
        real.timeline.advance(Duration.ofHours(1));
        assertThat(real.timeline.run(NOON)).isEmpty();
        assertThat(real.part.asked).containsExactly("lapsed 0..3600", "settle 3600");
        assertThat(real.clock.instant()).isEqualTo(NOON);
    }

    @Test
    void a_real_world_sets_its_alarm_for_the_next_task_and_a_frozen_one_sets_none() {
        real.note(20, "b");
        real.note(10, "a");
        assertThat(real.alarms).containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(10));
        frozen.note(10, "a");
        assertThat(frozen.alarms).isEmpty();
        frozen.timeline.run(NOON);
        assertThat(frozen.alarms).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void an_overdue_task_rings_at_once() {
        real.machine.move(Duration.ofSeconds(30));
        real.note(10, "overdue");
        assertThat(real.alarms).containsExactly(Duration.ZERO);
    }

    @Test
    void the_alarm_begins_all_that_is_due_waits_for_none_and_sets_itself_again() {
        real.at(5, "never ready", CompletableFuture::new);
        real.note(10, "a");
        real.note(20, "b");
        real.machine.move(Duration.ofSeconds(10));
        real.alarms.clear();
        real.alarmed.run();
        assertThat(real.done).containsExactly("a@10");
        assertThat(real.alarms).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void advancing_a_real_world_keeps_its_lead_and_sets_the_alarm_anew() {
        real.note(60, "later");
        real.alarms.clear();
        real.timeline.advance(Duration.ofSeconds(50));
        assertThat(real.alarms).containsExactly(Duration.ofSeconds(10));
        assertThat(real.clock.instant()).isEqualTo(NOON.plusSeconds(50));
    }

    @Test
    void however_much_is_to_be_done_later_one_alarm_is_set() {
        for (int seconds = 9; seconds > 0; seconds--) {
            real.note(60 + seconds, "later");
        }
        real.note(100, "last");

        assertThat(real.alarms).hasSize(9).endsWith(Duration.ofSeconds(61));
        assertThat(real.calledOff).hasSize(8).doesNotContain(Duration.ofSeconds(61));
    }

    @Test
    void a_timeline_that_has_ended_wakes_nobody() {
        real.note(60, "later");

        real.timeline.end();

        assertThat(real.calledOff).containsExactly(Duration.ofSeconds(60));
    }

    @Test
    void an_alarm_that_never_rings_is_one_too() {
        Alarm.none().wakeAfter(Duration.ZERO, () -> {
            throw new AssertionError("it rang");
        });
        assertThat(Alarm.none()).isNotNull();
    }
}
