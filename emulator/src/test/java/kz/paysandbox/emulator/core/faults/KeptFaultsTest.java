package kz.paysandbox.emulator.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.HandshakeRefusal;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.TableReader;
import org.junit.jupiter.api.Test;

/** What a store is told of faults, and what they count as held. */
class KeptFaultsTest {

    private static final Effect BUSY = Effect.of(new CodeAnswer(AnswerCode.HTTP, 503));
    private static final Effect REFUSED = Effect.of(new HandshakeRefusal());
    private static final MemoryKind KIND = MemoryKind.FAULTS;

    private final WorldMemory memory = WorldMemory.unbounded();
    private final FaultBook book = new FaultBook((key, ordinal) -> 0.5, memory);
    private final TableReader store = new TableReader(book.tables());

    private static long bytes(String name, Effect then) {
        return 500
                + 2L
                        * (name.length()
                                + Match.ANY.toString().length()
                                + then.toString().length());
    }

    private Fault added(String name, Effect then) {
        return book.add(name, Match.ANY, then, Optional.empty()).orElseThrow();
    }

    @Test
    void a_fault_counts_with_its_texts_until_it_is_removed() {
        added("busy", BUSY);
        added("gate", REFUSED);
        assertThat(memory.held(KIND)).isEqualTo(bytes("busy", BUSY) + bytes("gate", REFUSED));
        assertThat(book.remove("fault-9")).isFalse();
        assertThat(book.remove("fault-1")).isTrue();
        assertThat(memory.held(KIND)).isEqualTo(bytes("gate", REFUSED));
        book.clear();
        assertThat(memory.held(KIND)).isZero();
    }

    @Test
    void what_there_is_no_place_for_counts_nothing() {
        for (int number = 0; number < 1_000; number++) {
            added("", BUSY);
        }
        assertThat(book.isFull()).isTrue();
        assertThat(book.add("", Match.ANY, BUSY, Optional.empty())).isEmpty();
        assertThat(memory.held(KIND)).isEqualTo(1_000 * bytes("", BUSY));
    }

    @Test
    void every_change_of_a_fault_is_told_to_the_store() {
        added("busy", BUSY);
        assertThat(store.heard()).containsExactly("world.fault-count it", "world.faults fault-1");
        added("gate", REFUSED);
        assertThat(store.heard()).containsExactly("world.fault-count it", "world.faults fault-2");
        book.meet(FaultBookTest.call("toy pay", ""), effect -> true);
        assertThat(store.heard()).contains("world.faults fault-1").doesNotContain("world.faults fault-2");
        book.withdraw("fault-1");
        assertThat(store.heard()).containsExactly("world.faults fault-1");
        book.refusesHandshake("toy", Optional.empty());
        assertThat(store.heard()).containsExactly("world.faults fault-2");
        book.remove("fault-1");
        assertThat(store.heard()).containsExactly("world.faults fault-1");
        book.clear();
        assertThat(store.heard()).containsExactly("world.faults fault-2");
    }

    @Test
    void watchers_are_told_of_what_is_added_and_removed_and_of_nothing_else() {
        List<String> heard = new ArrayList<>();
        book.changes().watch(change -> heard.add(change.id() + " " + change.kind()));
        added("busy", BUSY);
        book.remove("fault-9");
        book.remove("fault-1");
        added("busy", BUSY);
        book.clear();
        assertThat(heard).containsExactly("fault-1 ADDED", "fault-1 REMOVED", "fault-2 ADDED", "fault-2 REMOVED");
    }

    @Test
    void faults_come_back_with_their_counters_and_the_next_number() {
        added("busy", BUSY);
        added("gate", REFUSED);
        book.meet(FaultBookTest.call("toy pay", ""), effect -> true);
        book.remove("fault-2");
        assertThat(store.keys("world.faults")).containsExactly("fault-1");
        assertThat(store.find("world.faults", "fault-1"))
                .contains(book.entries().get(0));
        assertThat(store.find("world.faults", "fault-2")).isEmpty();
        assertThat(store.find("world.fault-count", "it")).contains(new FaultBook.Made(2));

        FaultBook back = new FaultBook((key, ordinal) -> 0.5, memory);
        store.copyTo(back.tables());

        assertThat(back.entries()).isEqualTo(book.entries());
        assertThat(memory.held(KIND)).isEqualTo(2 * bytes("busy", BUSY));
        assertThat(back.add("next", Match.ANY, BUSY, Optional.empty()).map(Fault::id))
                .contains("fault-3");
    }

    @Test
    void a_share_is_met_below_it_and_not_at_it() {
        book.add("half", FaultBookTest.counted(Optional.empty(), Optional.of(0.5)), BUSY, Optional.empty());
        assertThat(book.meet(FaultBookTest.call("toy pay", ""), effect -> true)).isEmpty();
        book.add("more", FaultBookTest.counted(Optional.empty(), Optional.of(0.51)), BUSY, Optional.empty());
        assertThat(book.meet(FaultBookTest.call("toy pay", ""), effect -> true).map(Fault::name))
                .contains("more");
    }
}
