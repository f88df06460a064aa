package kz.paysandbox.emulator.control.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kz.paysandbox.emulator.core.Alarm;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.http.Feed;
import org.junit.jupiter.api.Test;

/** Changes that are noted, written down a moment later, and read. */
class WorldEventsTest {

    private record Toy(String words) {}

    private final List<Runnable> alarms = new ArrayList<>();
    private final Alarm alarm = (delay, task) -> {
        alarms.add(task);
        return () -> {};
    };
    private final WorldEvents events = new WorldEvents(alarm, view -> Bytes.utf8(((Toy) view).words()), 1);

    /** Where a reader is written to by the test itself. */
    private static final class SeenOutlet implements Feed.Outlet {

        int asked;
        int cuts;

        @Override
        public void more() {
            asked++;
        }

        @Override
        public void cut() {
            cuts++;
        }
    }

    @Test
    void of_two_changes_of_one_thing_the_later_counts_and_one_alarm_is_set() {
        EventReader reader = reader(OptionalLong.empty());
        note("a", "first");
        note("b", "other");
        note("a", "second");
        assertThat(alarms).hasSize(1);
        assertThat(read(reader)).isEqualTo("retry: 1000\nid: 0\n\n");
        ring();
        assertThat(read(reader)).isEqualTo("id: 1\nevent: toy\ndata: second\n\nid: 2\nevent: toy\ndata: other\n\n");
        note("a", "third");
        assertThat(alarms).hasSize(1);
    }

    @Test
    void a_thing_that_is_gone_when_it_is_written_down_is_no_event() {
        EventReader reader = reader(OptionalLong.empty());
        events.note("a", "toy", Optional::empty);
        ring();
        assertThat(read(reader)).isEqualTo("retry: 1000\nid: 0\n\n");
    }

    @Test
    void who_comes_back_reads_on_without_a_gap_or_a_double() {
        note("a", "1");
        ring();
        note("a", "2");
        ring();
        assertThat(read(reader(OptionalLong.of(1)))).isEqualTo("retry: 1000\n\nid: 2\nevent: toy\ndata: 2\n\n");
        assertThat(read(reader(OptionalLong.of(2)))).isEqualTo("retry: 1000\n\n");
    }

    @Test
    void who_comes_back_with_an_id_that_is_not_known_reads_all_again() {
        note("a", "1");
        ring();
        String text = read(reader(OptionalLong.of(77)));
        assertThat(text).contains("id: 1\nevent: reset\ndata: {\"reason\":");
        assertThat(read(reader(OptionalLong.of(-1)))).contains("event: reset");
    }

    @Test
    void more_than_can_be_noted_is_missed_and_said_to_be() {
        EventReader reader = reader(OptionalLong.empty());
        read(reader);
        for (int i = 0; i <= 5_000; i++) {
            note("thing " + i, "x");
        }
        ring();
        assertThat(read(reader))
                .as("what came since is read again too")
                .startsWith("id: 2\nevent: reset\n")
                .doesNotContain("toy");
    }

    @Test
    void who_does_not_read_is_cut_off_at_the_next_look_and_others_are_not() {
        SeenOutlet slow = new SeenOutlet();
        SeenOutlet quick = new SeenOutlet();
        EventReader sleeping = reader(OptionalLong.empty());
        EventReader reading = reader(OptionalLong.empty());
        sleeping.begin(slow);
        reading.begin(quick);
        note("a", "x".repeat(1_000_001));
        ring();
        assertThat(slow.cuts).as("it has just been told").isZero();
        read(reading);
        note("b", "y");
        ring();
        assertThat(slow.cuts).isEqualTo(1);
        assertThat(quick.cuts).isZero();
        assertThat(quick.asked).isEqualTo(2);
        sleeping.closed();
        assertThat(events.isRead()).isTrue();
        reading.closed();
        assertThat(events.isRead()).isFalse();
    }

    @Test
    void where_the_world_is_gone_readers_end_with_what_was_noted() {
        SeenOutlet outlet = new SeenOutlet();
        EventReader reader = reader(OptionalLong.empty());
        reader.begin(outlet);
        note("a", "last");
        assertThat(reader.isOver()).isFalse();
        events.end();
        assertThat(read(reader)).endsWith("event: toy\ndata: last\n\n");
        assertThat(reader.isOver()).isTrue();
        assertThat(reader.heartbeat().text()).startsWith(":").endsWith("\n\n");
    }

    private EventReader reader(OptionalLong resumed) {
        return events.open(resumed, () -> {});
    }

    private void note(String thing, String words) {
        events.note(thing, "toy", () -> Optional.of(new Toy(words)));
    }

    /** The alarm rings. */
    private void ring() {
        List<Runnable> due = List.copyOf(alarms);
        alarms.clear();
        due.forEach(Runnable::run);
    }

    private static String read(EventReader reader) {
        StringBuilder all = new StringBuilder();
        for (Bytes piece = reader.next(); !piece.isEmpty(); piece = reader.next()) {
            all.append(piece.text());
        }
        return all.toString();
    }
}
