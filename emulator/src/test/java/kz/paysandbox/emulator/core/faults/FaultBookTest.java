package kz.paysandbox.emulator.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.HandshakeRefusal;
import kz.paysandbox.emulator.core.faults.Consequence.LossAfter;
import org.junit.jupiter.api.Test;

class FaultBookTest {

    private static final Effect BUSY = Effect.of(new CodeAnswer(AnswerCode.HTTP, 503));
    private static final Effect REFUSED = Effect.of(new HandshakeRefusal());

    private final FaultBook book = book(1);

    @Test
    void without_faults_nothing_happens() {
        assertThat(book.isEmpty()).isTrue();
        assertThat(meet(book, call("r1 qr create", ""))).isEmpty();
        assertThat(book.refusesHandshake("kaspi-r1", Optional.empty())).isFalse();
    }

    @Test
    void the_first_fault_that_meets_a_call_happens_to_it() {
        book.add("other", MatchTest.endpoint("r2 *"), BUSY, Optional.empty());
        book.add("mine", MatchTest.endpoint("r1 *"), BUSY, Optional.empty());
        book.add("later", MatchTest.endpoint("r1 *"), BUSY, Optional.empty());
        assertThat(meet(book, call("r1 qr create", "")).map(Fault::name)).contains("mine");
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
    void each_fault_that_meets_a_call_is_told_whether_or_not_it_happens() {
        List<String> heard = new ArrayList<>();
        book.add("second", counted(Optional.of(2), Optional.empty()), BUSY, Optional.empty());
        book.add("never", MatchTest.endpoint("r2 *"), BUSY, Optional.empty());
        book.add("always", Match.ANY, BUSY, Optional.empty());
        book.add("gate", Match.ANY, REFUSED, Optional.empty());
        book.changes().watch(change -> heard.add(change.id() + " " + change.kind()));
        meet(book, call("r1 qr create", ""));
        book.refusesHandshake("kaspi-r1", Optional.empty());
        assertThat(heard).containsExactly("fault-1 MET", "fault-3 MET", "fault-4 MET");
    }

    @Test
    void the_nth_matching_call_is_counted_since_the_fault_was_made() {
        meet(book, call("r1 qr create", ""));
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
            meet(crowded, call("r1 qr create", "other"));
            assertThat(meet(crowded, call("r1 qr create", "mine")).isPresent())
                    .isEqualTo(meet(alone, call("r1 qr create", "mine")).isPresent());
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
        assertThat(meet(book, call("kaspi-r2", ""))).isEmpty();
    }

    @Test
    void a_fault_that_is_impossible_where_a_call_goes_does_not_meet_it() {
        book.add("code of another bank", Match.ANY, BUSY, Optional.empty());
        book.add("possible", Match.ANY, Effect.of(new LossAfter()), Optional.empty());
        assertThat(book.meet(call("r1 qr create", ""), effect -> !effect.equals(BUSY))
                        .map(Fault::name))
                .contains("possible");
        assertThat(book.entries()).extracting(FaultBook.Entry::met).containsExactly(0, 1);
    }

    @Test
    void a_fault_that_changed_nothing_is_not_counted_and_can_happen_once_more() {
        String id =
                book.add("once", Match.ANY, BUSY, Optional.of(1)).orElseThrow().id();
        book.add("later", Match.ANY, BUSY, Optional.of(1));
        assertThat(happened(1)).containsExactly(true);
        book.withdraw(id);
        FaultBook.Entry entry = book.entries().get(0);
        assertThat(entry.met()).isEqualTo(1);
        assertThat(entry.happened()).isZero();
        assertThat(entry.withoutEffect()).isEqualTo(1);
        assertThat(book.entries().get(1).withoutEffect()).isZero();
        assertThat(meet(book, call("r1 qr create", "")).map(Fault::name)).contains("once");
    }

    @Test
    void what_no_fault_concerns_need_not_be_read() {
        assertThat(book.concerns("r1 qr create")).isFalse();
        book.add("closed", Match.ANY, REFUSED, Optional.empty());
        book.add("other", MatchTest.endpoint("r2 *"), BUSY, Optional.empty());
        assertThat(book.concerns("r1 qr create")).isFalse();
        assertThat(book.concerns("r2 qr create")).isTrue();
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

    private static Optional<Fault> meet(FaultBook book, CallAttributes attributes) {
        return book.meet(attributes, effect -> true);
    }

    private static FaultBook book(long seed) {
        Ids ids = new Ids(seed);
        return new FaultBook((key, ordinal) -> ids.random(key, ordinal).nextDouble());
    }

    private List<Boolean> happened(int calls) {
        List<Boolean> happened = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            happened.add(meet(book, call("r1 qr create", "")).isPresent());
        }
        return happened;
    }

    private static List<Boolean> share(FaultBook faults, String thread) {
        faults.add("some", counted(Optional.empty(), Optional.of(0.5)), BUSY, Optional.empty());
        List<Boolean> happened = new ArrayList<>();
        for (int call = 0; call < 100; call++) {
            happened.add(meet(faults, call("r1 qr create", thread)).isPresent());
        }
        return happened;
    }

    static Match counted(Optional<Integer> nth, Optional<Double> share) {
        return new Match(
                "*",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                new Match.Part(nth, share));
    }

    static CallAttributes call(String endpoint, String thread) {
        return new CallAttributes(
                endpoint,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                thread,
                name -> Optional.empty());
    }
}
