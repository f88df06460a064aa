package kz.paysandbox.emulator.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private final Agenda agenda = new Agenda(3);

    @Test
    void tasks_come_by_due_time_then_by_order_of_adding() {
        add("later", NOON.plusSeconds(1));
        add("first", NOON);
        add("second", NOON);
        assertThat(agenda.takeDue(NOON.plusSeconds(1)))
                .extracting(Agenda.Task::what)
                .containsExactly("first", "second", "later");
    }

    @Test
    void what_is_due_at_the_instant_itself_is_taken_and_what_is_due_after_it_stays() {
        add("at", NOON);
        add("after", NOON.plusMillis(1));
        assertThat(agenda.takeDue(NOON)).extracting(Agenda.Task::what).containsExactly("at");
        assertThat(agenda.nextDue()).contains(NOON.plusMillis(1));
        assertThat(agenda.takeNext(NOON)).isEmpty();
    }

    @Test
    void a_full_agenda_refuses_until_there_is_room() {
        assertThat(add("1", NOON)).isTrue();
        assertThat(add("2", NOON)).isTrue();
        assertThat(add("3", NOON)).isTrue();
        assertThat(add("4", NOON)).isFalse();
        assertThat(agenda.takeNext(NOON)).isPresent();
        assertThat(add("4", NOON)).isTrue();
    }

    @Test
    void an_empty_agenda_has_nothing_due() {
        assertThat(agenda.nextDue()).isEmpty();
        assertThat(agenda.takeNext(Instant.MAX)).isEmpty();
        assertThat(agenda.takeDue(Instant.MAX)).isEmpty();
    }

    private boolean add(String what, Instant due) {
        return agenda.add(due, what, "id", () -> CompletableFuture.completedStage(what));
    }
}
