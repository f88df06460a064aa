package kz.paysandbox.emulator.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.faults.Effect.Answer;
import org.junit.jupiter.api.Test;

class FaultBookTest {

    private static final Effect BUSY = Effect.answering(Answer.Kind.STATUS_CODE, -999);
    private static final Effect REFUSED = new Effect(Duration.ZERO, Optional.empty(), Effect.Ending.WHOLE, 0, true);

    private final FaultBook book = book(1);

    @Test
    void without_faults_nothing_happens() {
        assertThat(book.isEmpty()).isTrue();
        assertThat(book.meet(call("r1 qr create", ""))).isEmpty();
        assertThat(book.refusesHandshake("kaspi-r1", Optional.empty())).isFalse();
    }

    @Test
    void the_first_fault_that_meets_a_call_happens_to_it() {
        book.add("other", MatchTest.endpoint("r2 *"), BUSY, Optional.empty());
        book.add("mine", MatchTest.endpoint("r1 *"), BUSY, Optional.empty());
        book.add("later", MatchTest.endpoint("r1 *"), BUSY, Optional.empty());
        assertThat(book.meet(call("r1 qr create", "")).map(Fault::name)).contains("mine");
        assertThat(book.entries()).extracting(FaultBook.Entry::happened).containsExactly(0, 1, 0);
        assertThat(book.isEmpty()).isFalse();
    }

    @Test
    void a_fault_happens_as_often_as_it_may() {
        book.add("twice", Match.ANY, BUSY, Optional.of(2));
        assertThat(happened(4)).containsExactly(true, true, false, false);
        assertThat(book.entries()).extracting(FaultBook.Entry::met).containsExactly(4);
    }

    @Test
    void the_nth_matching_call_is_counted_since_the_fault_was_made() {
        book.meet(call("r1 qr create", ""));
        book.add("second", counted(Optional.of(2), Optional.empty()), BUSY, Optional.empty());
        assertThat(happened(3)).containsExactly(false, true, false);
    }

    @Test
    void a_share_follows_the_seed_the_thread_and_the_ordinal_and_nothing_else() {
        assertThat(share(book(1), "77")).isEqualTo(share(book(1), "77"));
        assertThat(share(book(1), "77")).isNotEqualTo(share(book(2), "77"));
        assertThat(share(book(1), "77")).isNotEqualTo(share(book(1), "78"));
        assertThat(share(book(1), "77").stream().filter(happened -> happened).count())
                .isBetween(20L, 80L);
    }

    @Test
    void calls_of_another_thread_in_between_change_no_share() {
        FaultBook alone = book(1);
        FaultBook crowded = book(1);
        alone.add("some", counted(Optional.empty(), Optional.of(0.5)), BUSY, Optional.empty());
        crowded.add("some", counted(Optional.empty(), Optional.of(0.5)), BUSY, Optional.empty());
        for (int call = 0; call < 50; call++) {
            crowded.meet(call("r1 qr create", "other"));
            assertThat(crowded.meet(call("r1 qr create", "mine")).isPresent())
                    .isEqualTo(alone.meet(call("r1 qr create", "mine")).isPresent());
        }
    }

    @Test
    void refused_handshakes_are_counted_and_meet_no_calls() {
        book.add("closed", MatchTest.endpoint("kaspi-r2"), REFUSED, Optional.of(1));
        assertThat(book.refusesHandshake("kaspi-r3", Optional.empty())).isFalse();
        assertThat(book.refusesHandshake("kaspi-r2", Optional.empty())).isTrue();
        assertThat(book.refusesHandshake("kaspi-r2", Optional.empty())).isFalse();
        assertThat(book.entries()).extracting(FaultBook.Entry::happened).containsExactly(1);
        assertThat(book.entries()).extracting(FaultBook.Entry::met).containsExactly(1);
        assertThat(book.meet(call("kaspi-r2", ""))).isEmpty();
    }

    @Test
    void faults_are_removed_by_id_or_all_at_once() {
        String first =
                book.add("a", Match.ANY, BUSY, Optional.empty()).orElseThrow().id();
        book.add("b", Match.ANY, BUSY, Optional.empty());
        assertThat(book.remove(first)).isTrue();
        assertThat(book.remove(first)).isFalse();
        assertThat(book.entries()).extracting(entry -> entry.fault().name()).containsExactly("b");
        book.clear();
        assertThat(book.isEmpty()).isTrue();
    }

    @Test
    void a_world_has_so_many_faults_and_no_more() {
        IntStream.range(0, 1_000)
                .forEach(made -> assertThat(book.add("", Match.ANY, BUSY, Optional.empty()))
                        .isPresent());
        assertThat(book.add("", Match.ANY, BUSY, Optional.empty())).isEmpty();
    }

    private static FaultBook book(long seed) {
        Ids ids = new Ids(seed);
        return new FaultBook((key, ordinal) -> ids.random(key, ordinal).nextDouble());
    }

    private List<Boolean> happened(int calls) {
        List<Boolean> happened = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            happened.add(book.meet(call("r1 qr create", "")).isPresent());
        }
        return happened;
    }

    private static List<Boolean> share(FaultBook faults, String thread) {
        faults.add("some", counted(Optional.empty(), Optional.of(0.5)), BUSY, Optional.empty());
        List<Boolean> happened = new ArrayList<>();
        for (int call = 0; call < 100; call++) {
            happened.add(faults.meet(call("r1 qr create", thread)).isPresent());
        }
        return happened;
    }

    private static Match counted(Optional<Integer> nth, Optional<Double> share) {
        return new Match(
                "*",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                nth,
                share);
    }

    private static Subject call(String endpoint, String thread) {
        return new Subject(
                endpoint,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                thread,
                name -> Optional.empty());
    }
}
