package kz.paysandbox.emulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TaskQueueTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private final TaskQueue tasks = new TaskQueue(3);

    @Test
    void tasks_come_by_due_time_then_by_order_of_adding() {
        add("later", NOON.plusSeconds(1));
        add("first", NOON);
        add("second", NOON);
        assertThat(tasks.takeDue(NOON.plusSeconds(1)))
                .extracting(TaskQueue.Task::what)
                .containsExactly("first", "second", "later");
    }

    @Test
    void what_is_due_at_the_instant_itself_is_taken_and_what_is_due_after_it_stays() {
        add("at", NOON);
        add("after", NOON.plusMillis(1));
        assertThat(tasks.takeDue(NOON)).extracting(TaskQueue.Task::what).containsExactly("at");
        assertThat(tasks.nextDue()).contains(NOON.plusMillis(1));
        assertThat(tasks.takeNext(NOON)).isEmpty();
    }

    @Test
    void a_full_agenda_refuses_until_there_is_room() {
        assertThat(add("1", NOON)).isTrue();
        assertThat(add("2", NOON)).isTrue();
        assertThat(add("3", NOON)).isTrue();
        assertThat(add("4", NOON)).isFalse();
        assertThat(tasks.takeNext(NOON)).isPresent();
        assertThat(add("4", NOON)).isTrue();
    }

    @Test
    void an_empty_agenda_has_nothing_due() {
        assertThat(tasks.nextDue()).isEmpty();
        assertThat(tasks.takeNext(Instant.MAX)).isEmpty();
        assertThat(tasks.takeDue(Instant.MAX)).isEmpty();
    }

    private boolean add(String what, Instant due) {
        return tasks.add(due, what, "id", () -> CompletableFuture.completedStage(what));
    }
}
