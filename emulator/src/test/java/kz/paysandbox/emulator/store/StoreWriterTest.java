package kz.paysandbox.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import kz.paysandbox.emulator.core.state.NotKept;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreWriterTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final StoreRig rig = new StoreRig();
    private final MemoryDatabase database = rig.database;
    private final ChangeQueue queue = rig.writer.queue();
    private final CountDownLatch written = new CountDownLatch(1);

    @AfterEach
    void the_thread_ends() {
        written.countDown();
        rig.close();
    }

    @Test
    void an_answer_waits_for_nothing_where_nothing_has_changed() {
        assertThat(queue.pending(false)).isEmpty();
        assertThat(queue.pending(true)).isEmpty();
        assertThat(database.count()).isZero();
    }

    @Test
    void a_lone_call_writes_its_changes_on_its_own_thread() {
        rig.item("a", 1);
        rig.item("b", 2);
        assertThat(queue.unwritten()).isEqualTo(2);
        assertThat(queue.pending(false)).isEmpty();
        assertThat(rig.threads()).containsExactly(Thread.currentThread().getName());
        assertThat(database.latest(rig.codec))
                .containsExactly("toy.items a={\"id\":\"a\",\"value\":1}", "toy.items b={\"id\":\"b\",\"value\":2}");
        assertThat(queue.unwritten()).isZero();
    }

    @Test
    void calls_that_wait_at_a_time_share_a_transaction_of_the_thread() {
        rig.writer.start();
        CompletableFuture<Optional<CompletionStage<Void>>> first = underWay("a");
        rig.item("b", 1);
        Optional<CompletionStage<Void>> second = queue.pending(false);
        rig.item("c", 1);
        Optional<CompletionStage<Void>> third = queue.pending(false);
        assertThat(second).isPresent();
        assertThat(third).isPresent();
        assertThat(second.get().toCompletableFuture()).isNotDone();
        written.countDown();
        assertThat(first).succeedsWithin(LONG);
        assertThat(second.get().toCompletableFuture()).succeedsWithin(LONG);
        assertThat(third.get().toCompletableFuture()).succeedsWithin(LONG);
        assertThat(rig.threads()).containsExactly("lone", "sandbox-store");
        assertThat(rig.kept("toy.items")).containsExactly("toy.items a", "toy.items b", "toy.items c");
    }

    @Test
    void who_waits_for_what_cannot_be_written_hears_why() {
        database.refusal = Optional.of(new StoreException("the disk is full: make room"));
        rig.item("a", 1);
        assertThat(failure(queue.pending(false)))
                .isInstanceOf(NotKept.class)
                .extracting(Throwable::getMessage, STRING)
                .contains("the disk is full: make room");
    }

    @Test
    void what_could_not_be_written_is_written_with_the_next_change() {
        database.refusal = Optional.of(new StoreException("full"));
        rig.item("a", 1);
        assertThat(queue.pending(false)).isPresent();
        assertThat(queue.unwritten()).isEqualTo(1);
        rig.mended();
        rig.item("b", 1);
        assertThat(queue.pending(false)).isEmpty();
        assertThat(database.count()).isEqualTo(1);
        assertThat(rig.kept("toy.items")).containsExactly("toy.items a", "toy.items b");
        assertThat(queue.unwritten()).isZero();
    }

    @Test
    void while_nothing_can_be_written_it_is_tried_once_a_second_however_many_ask() {
        database.refusal = Optional.of(new StoreException("full"));
        for (int call = 0; call < 100; call++) {
            rig.item("a", call);
            assertThat(failure(queue.pending(false))).isInstanceOf(NotKept.class);
        }
        assertThat(database.attempts()).isEqualTo(1);
        rig.later();
        assertThat(failure(queue.pending(false))).isInstanceOf(NotKept.class);
        assertThat(database.attempts()).isEqualTo(2);
        rig.mended();
        assertThat(queue.pending(false)).isEmpty();
        assertThat(rig.kept("toy.items")).containsExactly("toy.items a");
        assertThat(rig.readBack().items.all()).containsExactly(new ToyPart.Item("a", 99));
    }

    @Test
    void what_could_not_be_written_is_waited_for_by_whoever_only_reads_it() {
        database.refusal = Optional.of(new StoreException("full"));
        rig.item("a", 1);
        assertThat(queue.pending(false)).isPresent();
        assertThat(queue.pending(false)).isPresent();
        rig.mended();
        assertThat(queue.pending(false)).isEmpty();
        assertThat(rig.kept("toy.items")).containsExactly("toy.items a");
    }

    @Test
    void a_defect_and_a_failed_allocation_fail_those_who_wait_and_lose_nothing() {
        for (Throwable problem : List.of(new IllegalStateException("a defect"), new OutOfMemoryError("no heap"))) {
            database.refusal = Optional.of(problem);
            rig.later();
            rig.item(String.valueOf(problem.getMessage()), 1);
            assertThat(failure(queue.pending(false))).isInstanceOf(NotKept.class);
        }
        rig.mended();
        assertThat(queue.pending(false)).isEmpty();
        assertThat(rig.kept("toy.items")).containsExactly("toy.items a defect", "toy.items no heap");
    }

    @Test
    void what_may_wait_is_written_before_the_control_surface_answers_and_not_before_a_bank_does() {
        rig.later("a", 1);
        rig.newest("n");
        assertThat(queue.pending(false)).isEmpty();
        assertThat(database.count()).isZero();
        assertThat(queue.pending(true)).isEmpty();
        assertThat(rig.kept("toy.later")).containsExactly("toy.later a");
        assertThat(rig.kept("toy.newest")).containsExactly("toy.newest n");
    }

    @Test
    void what_may_wait_is_waited_for_while_it_is_being_written() {
        rig.later("a", 1);
        CompletableFuture<Optional<CompletionStage<Void>>> first = blocked(true);
        rig.writer.start();
        Optional<CompletionStage<Void>> second = queue.pending(true);
        assertThat(second).isPresent();
        written.countDown();
        assertThat(first).succeedsWithin(LONG);
        assertThat(second.get().toCompletableFuture()).succeedsWithin(LONG);
    }

    @Test
    void what_may_wait_is_not_lost_where_it_cannot_be_written() {
        rig.later("a", 1);
        rig.newest("n");
        database.refusal = Optional.of(new StoreException("full"));
        assertThat(queue.pending(true)).isPresent();
        rig.mended();
        assertThat(queue.pending(true)).isEmpty();
        assertThat(rig.kept("toy.later")).containsExactly("toy.later a");
        assertThat(rig.kept("toy.newest")).containsExactly("toy.newest n");
    }

    @Test
    void what_left_a_window_is_gone_also_where_that_could_not_be_written_at_first() {
        for (int n = 0; n < ToyPart.MOST; n++) {
            rig.newest("n" + n);
        }
        assertThat(queue.pending(true)).isEmpty();
        rig.newest("next");
        database.refusal = Optional.of(new StoreException("full"));
        assertThat(queue.pending(true)).isPresent();
        rig.mended();
        assertThat(queue.pending(true)).isEmpty();
        assertThat(rig.kept("toy.newest"))
                .containsExactly("toy.newest n1", "toy.newest n2", "toy.newest n3", "toy.newest next");
    }

    @Test
    void a_value_that_changes_while_it_is_being_written_is_written_again() {
        rig.item("a", 1);
        rig.toy.count(1);
        database.before.add(() -> {
            rig.item("a", 2);
            rig.toy.count(2);
        });
        assertThat(queue.pending(false)).isEmpty();
        assertThat(database.latest(rig.codec))
                .containsExactly("toy.items a={\"id\":\"a\",\"value\":1}", "toy.count it={\"value\":1}");
        assertThat(queue.unwritten()).isEqualTo(2);
        assertThat(queue.pending(false)).isEmpty();
        assertThat(database.latest(rig.codec))
                .containsExactly("toy.items a={\"id\":\"a\",\"value\":2}", "toy.count it={\"value\":2}");
    }

    @Test
    void the_only_value_of_a_table_is_written_once_for_all_its_changes() {
        rig.toy.count(1);
        rig.toy.count(2);
        rig.toy.count(3);
        assertThat(queue.unwritten()).isEqualTo(1);
        assertThat(queue.pending(false)).isEmpty();
        assertThat(database.latest(rig.codec)).containsExactly("toy.count it={\"value\":3}");
    }

    @Test
    void nothing_of_a_world_that_has_ended_is_written() {
        rig.item("a", 1);
        rig.later("l", 1);
        rig.log.end();
        assertThat(queue.pending(true)).isEmpty();
        assertThat(database.count()).isZero();
        assertThat(queue.unwritten()).isZero();
    }

    @Test
    void closing_writes_what_is_still_to_be_written() {
        rig.writer.start();
        rig.item("a", 1);
        rig.later("l", 1);
        rig.newest("n");
        rig.writer.close();
        assertThat(database.present(rig.codec).keySet())
                .containsExactlyInAnyOrder("toy.items a", "toy.later l", "toy.newest n");
    }

    @Test
    void what_tidies_may_fail_and_the_thread_goes_on() {
        database.untidy = Optional.of(new IllegalStateException("a defect"));
        rig.later("l", 1);
        rig.writer.start();
        await(database.tidied);
        CompletableFuture<Optional<CompletionStage<Void>>> first = underWay("a");
        rig.item("b", 1);
        Optional<CompletionStage<Void>> second = queue.pending(false);
        written.countDown();
        assertThat(first).succeedsWithin(LONG);
        assertThat(second.orElseThrow().toCompletableFuture()).succeedsWithin(LONG);
    }

    @Test
    void nobody_waits_for_a_writer_that_has_closed() {
        rig.writer.start();
        CompletableFuture<Optional<CompletionStage<Void>>> first = underWay("a");
        rig.item("b", 1);
        Optional<CompletionStage<Void>> crowd = queue.pending(false);
        written.countDown();
        assertThat(first).succeedsWithin(LONG);
        assertThat(crowd.orElseThrow().toCompletableFuture()).succeedsWithin(LONG);
        rig.writer.close();
        database.close();
        rig.item("c", 1);
        assertThat(failure(queue.pending(false))).isInstanceOf(NotKept.class);
    }

    /** Another call that has changed something and is writing it until {@code written}. */
    private CompletableFuture<Optional<CompletionStage<Void>>> underWay(String id) {
        rig.item(id, 1);
        return blocked(false);
    }

    private CompletableFuture<Optional<CompletionStage<Void>>> blocked(boolean all) {
        CountDownLatch begun = new CountDownLatch(1);
        database.before.add(() -> {
            begun.countDown();
            await(written);
        });
        CompletableFuture<Optional<CompletionStage<Void>>> call =
                CompletableFuture.supplyAsync(() -> queue.pending(all), task -> new Thread(task, "lone").start());
        await(begun);
        return call;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static Throwable failure(Optional<CompletionStage<Void>> pending) {
        return Objects.requireNonNull(assertThat(pending.orElseThrow().toCompletableFuture())
                .failsWithin(LONG)
                .withThrowableOfType(ExecutionException.class)
                .actual()
                .getCause());
    }
}
