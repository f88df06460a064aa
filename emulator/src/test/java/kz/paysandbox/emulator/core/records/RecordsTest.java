package kz.paysandbox.emulator.core.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.Outcome;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private final Records<String, Integer> records = new Records<>();

    @Test
    void a_value_is_found_until_it_is_removed() {
        records.put("a", 1);
        assertThat(records.find("a")).contains(1);
        assertThat(records.size()).isEqualTo(1);
        records.remove("a");
        assertThat(records.find("a")).isEmpty();
        assertThat(records.size()).isZero();
    }

    @Test
    void a_change_replaces_the_value_and_returns_it() {
        records.put("a", 1);
        assertThat(records.change("a", n -> Outcome.ok(n + 1), "absent")).isEqualTo(Outcome.ok(2));
        assertThat(records.find("a")).contains(2);
    }

    @Test
    void a_refused_change_changes_nothing() {
        records.put("a", 1);
        assertThat(records.change("a", n -> Outcome.refused("no"), "absent")).isEqualTo(Outcome.refused("no"));
        assertThat(records.find("a")).contains(1);
    }

    @Test
    void what_is_not_there_cannot_be_changed() {
        assertThat(records.change("a", Outcome::ok, "absent")).isEqualTo(Outcome.refused("absent"));
        assertThat(records.find("a")).isEmpty();
    }

    @Test
    void all_values_can_be_changed_and_read() {
        records.put("a", 1);
        records.put("b", 2);
        records.changeAll(n -> n * 10);
        assertThat(records.stream()).containsExactlyInAnyOrder(10, 20);
    }

    @Test
    void a_change_that_was_overtaken_is_tried_again_on_the_newer_value() {
        records.put("a", 1);
        AtomicInteger tries = new AtomicInteger();
        Outcome<Integer, String> outcome = records.change(
                "a",
                n -> {
                    if (tries.incrementAndGet() == 1) {
                        records.put("a", 100);
                    }
                    return Outcome.ok(n + 1);
                },
                "absent");
        assertThat(outcome).isEqualTo(Outcome.ok(101));
        assertThat(tries).hasValue(2);
    }

    @Test
    void no_change_of_many_at_once_is_lost() {
        records.put("a", 0);
        int threads = 4;
        CyclicBarrier together = new CyclicBarrier(threads);
        CompletableFuture<?>[] work = IntStream.range(0, threads)
                .mapToObj(n ->
                        CompletableFuture.runAsync(() -> addThousand(together), command -> new Thread(command).start()))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(work).join();
        assertThat(records.find("a")).contains(4_000);
    }

    private void addThousand(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
        for (int time = 0; time < 1_000; time++) {
            records.change("a", n -> Outcome.ok(n + 1), "absent");
        }
    }
}
