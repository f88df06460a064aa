package kz.paysandbox.emulator.control.events;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.core.data.Bytes;
import org.junit.jupiter.api.Test;

class EventRingTest {

    private static final int ONE = "id: 10\nevent: toy\ndata: {}\n\n".length();

    private final EventRing ring = new EventRing(3, 1_000, 10);

    @Test
    void an_event_is_sent_as_the_standard_has_it() {
        assertThat(ring.last()).isEqualTo(9);
        ring.add("toy", Bytes.utf8("{}"));
        assertThat(ring.after(9, 100)).contains(piece("id: 10\nevent: toy\ndata: {}\n\n", 10));
        assertThat(ring.last()).isEqualTo(10);
        assertThat(ring.after(10, 100)).contains(piece("", 10));
    }

    @Test
    void several_go_together_up_to_so_many_bytes_and_a_large_one_alone() {
        add(3);
        assertThat(ring.after(9, 2 * ONE).orElseThrow().last()).isEqualTo(11);
        assertThat(ring.after(9, 2 * ONE - 1).orElseThrow().last()).isEqualTo(10);
        assertThat(ring.after(9, 1).orElseThrow().last()).isEqualTo(10);
        assertThat(ring.after(11, 1_000).orElseThrow().bytes().text()).startsWith("id: 12\n");
    }

    @Test
    void the_oldest_go_first_and_who_needs_them_has_missed_something() {
        add(5);
        assertThat(ring.after(10, 100)).isEmpty();
        assertThat(ring.after(11, 1_000).orElseThrow().last()).isEqualTo(14);
        assertThat(ring.countAfter(11)).isEqualTo(3);
        assertThat(ring.reaches(10)).isFalse();
    }

    @Test
    void so_they_do_where_they_are_too_large_together_but_one_always_stays() {
        ring.add("toy", Bytes.utf8("x".repeat(600)));
        ring.add("toy", Bytes.utf8("x".repeat(600)));
        assertThat(ring.reaches(9)).isFalse();
        assertThat(ring.reaches(10)).isTrue();
        ring.add("toy", Bytes.utf8("x".repeat(2_000)));
        assertThat(ring.reaches(11)).isTrue();
        assertThat(ring.after(11, 10).orElseThrow().last()).isEqualTo(12);
    }

    @Test
    void ids_that_were_never_given_are_not_reached() {
        add(1);
        assertThat(ring.reaches(11)).isFalse();
        assertThat(ring.reaches(-1)).isFalse();
        assertThat(ring.reaches(9)).isTrue();
    }

    @Test
    void how_far_behind_somebody_is_can_be_asked() {
        add(4);
        assertThat(ring.bytesAfter(13)).isZero();
        assertThat(ring.bytesAfter(12)).isEqualTo(ONE);
        assertThat(ring.bytesAfter(11)).isEqualTo(2L * ONE);
        assertThat(ring.bytesAfter(9)).as("three are left").isEqualTo(3L * ONE);
        assertThat(ring.countAfter(9)).isEqualTo(4);
    }

    @Test
    void once_cleared_nobody_reads_on_and_ids_rise_further() {
        add(2);
        ring.clear();
        assertThat(ring.reaches(11)).isFalse();
        assertThat(ring.reaches(ring.last())).isTrue();
        add(1);
        assertThat(ring.after(12, 100).orElseThrow().bytes().text()).startsWith("id: 13\n");
    }

    private void add(int count) {
        for (int i = 0; i < count; i++) {
            ring.add("toy", Bytes.utf8("{}"));
        }
    }

    private static EventRing.Piece piece(String text, long last) {
        return new EventRing.Piece(Bytes.utf8(text), last);
    }
}
