package kz.paysandbox.emulator.core.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.core.Outcome;
import org.junit.jupiter.api.Test;

/** Whoever keeps values is told before anybody can see a change, and reads what it has become. */
class RecordsSignalTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Records<String, Integer> records = new Records<>();
    private final List<String> told = new ArrayList<>();

    @Test
    void each_change_is_told_before_it_can_be_seen() {
        records.signal().listen(key -> told.add(key + " " + records.find(key)));
        records.put("a", 1);
        records.put("a", 2);
        assertThat(records.change("a", value -> Outcome.ok(3), "absent").value())
                .contains(3);
        records.changeAll(value -> 4);
        records.remove("a");
        assertThat(told)
                .containsExactly(
                        "a Optional.empty", "a Optional[1]", "a Optional[2]", "a Optional[3]", "a Optional[4]");
    }

    @Test
    void what_changes_nothing_is_not_told() {
        records.put("a", 1);
        records.signal().listen(told::add);
        assertThat(records.change("a", value -> Outcome.refused("no"), "absent").value())
                .isEmpty();
        assertThat(records.change("b", value -> Outcome.ok(1), "absent").value())
                .isEmpty();
        records.changeAll(value -> value);
        records.remove("b");
        assertThat(told).isEmpty();
    }

    @Test
    void a_settled_value_is_waited_for_while_it_is_being_changed() throws InterruptedException {
        records.put("a", 1);
        CountDownLatch changing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        records.signal().listen(key -> {
            changing.countDown();
            await(goOn);
        });
        CompletableFuture<Void> change =
                CompletableFuture.runAsync(() -> records.put("a", 2), RecordsSignalTest::beside);
        changing.await();
        assertThat(records.find("a")).contains(1);
        CompletableFuture<Optional<Integer>> settled = new CompletableFuture<>();
        Thread reader = new Thread(() -> settled.complete(records.findSettled("a")));
        reader.start();
        while (reader.getState() != Thread.State.BLOCKED && reader.isAlive()) {
            Thread.onSpinWait();
        }
        assertThat(settled).isNotDone();
        goOn.countDown();
        assertThat(settled).succeedsWithin(LONG).isEqualTo(Optional.of(2));
        assertThat(change).succeedsWithin(LONG);
    }

    @Test
    void bounded_values_tell_of_the_one_that_goes_too() {
        BoundedRecords<Integer> bounded = new BoundedRecords<>(1);
        var table = bounded.table("toy", Integer.class, String::valueOf);
        table.source().listen(key -> told.add(key));
        bounded.put("1", 1);
        bounded.put("2", 2);
        assertThat(bounded.change("2", value -> 3)).contains(3);
        assertThat(told).containsExactly("1", "1", "2", "2");
        assertThat(table.source().keys()).containsExactly("2");
        assertThat(table.source().find("2")).contains(3);
    }

    private static void beside(Runnable task) {
        new Thread(task).start();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody went on");
            }
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
