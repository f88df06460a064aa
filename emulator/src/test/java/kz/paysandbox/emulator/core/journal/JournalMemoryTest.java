package kz.paysandbox.emulator.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.data.Bytes;
import org.junit.jupiter.api.Test;

class JournalMemoryTest {

    private static final int BODY = 1_000;
    private static final long ENTRY = entry(1).bytes();
    private static final int MANY = 1_000_000;

    @Test
    void of_a_share_of_the_heap_one_world_has_half_and_strangers_have_an_eighth_more() {
        JournalMemory memory = JournalMemory.ofHeap(1_600_000, 10);
        assertThat(memory.world()).isEqualTo(80_000);
        assertThat(memory.callers().most()).isEqualTo(160_000);
        assertThat(memory.strangers().most()).isEqualTo(20_000);
    }

    @Test
    void what_is_held_is_of_callers_with_and_without_credentials() {
        JournalMemory memory = new JournalMemory(10 * ENTRY, budget(10), budget(3));
        Journal journal = new Journal(MANY, memory);
        journal.add(entry(1));
        journal.addOfStranger(entry(2));
        journal.addOfStranger(entry(3));
        assertThat(memory.callers().held()).isEqualTo(ENTRY);
        assertThat(memory.held()).isEqualTo(3 * ENTRY);
        journal.close();
        assertThat(memory.held()).isZero();
        journal.add(entry(4));
        assertThat(memory.held()).isZero();
        assertThat(journal.all()).isEmpty();
    }

    @Test
    void a_world_holds_no_more_bytes_than_its_part() {
        Journal journal = new Journal(MANY, new JournalMemory(10 * ENTRY, budget(100), budget(100)));

        IntStream.rangeClosed(1, 25).forEach(number -> journal.add(entry(number)));

        assertThat(journal.all())
                .hasSize(10)
                .first()
                .extracting(Exchange::number)
                .isEqualTo(16L);
        assertThat(journal.forgotten(row -> true)).isEqualTo(15);
    }

    @Test
    void all_worlds_together_hold_no_more_than_their_part_and_the_fullest_gives_up_first() {
        JournalMemory memory = new JournalMemory(80 * ENTRY, budget(100), budget(100));
        Journal full = new Journal(MANY, memory);
        Journal small = new Journal(MANY, memory);
        IntStream.rangeClosed(1, 5).forEach(number -> small.add(entry(number)));

        IntStream.rangeClosed(1, 80).forEach(number -> full.add(entry(number)));
        Journal third = new Journal(MANY, memory);
        IntStream.rangeClosed(1, 60).forEach(number -> third.add(entry(number)));

        assertThat(small.all()).hasSize(5);
        assertThat(third.all()).hasSizeGreaterThan(30);
        assertThat(full.all()).hasSizeGreaterThan(30);
        assertThat(memory.held()).isLessThanOrEqualTo(100 * ENTRY);
    }

    @Test
    void callers_without_credentials_push_nobody_elses_entries_out() {
        JournalMemory memory = new JournalMemory(10 * ENTRY, budget(10), budget(3));
        Journal journal = new Journal(MANY, memory);
        Journal other = new Journal(MANY, memory);
        IntStream.rangeClosed(1, 10).forEach(number -> journal.add(entry(number)));

        IntStream.rangeClosed(11, 500).forEach(number -> journal.addOfStranger(entry(number)));
        IntStream.rangeClosed(1, 500).forEach(number -> other.addOfStranger(entry(number)));

        assertThat(journal.all().stream().map(Exchange::number).limit(10))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(memory.strangers().held()).isLessThanOrEqualTo(3 * ENTRY);
        assertThat(other.all()).isNotEmpty();
    }

    @Test
    void an_entry_larger_than_its_worlds_part_is_not_kept() {
        Journal journal = new Journal(MANY, new JournalMemory(ENTRY - 1, budget(100), budget(100)));

        journal.add(entry(1));

        assertThat(journal.all()).isEmpty();
        assertThat(journal.forgotten(row -> true)).isEqualTo(1);
    }

    @Test
    void a_world_that_is_gone_holds_nothing_whatever_comes_late() {
        JournalMemory memory = new JournalMemory(10 * ENTRY, budget(10), budget(10));
        Journal journal = new Journal(MANY, memory);
        journal.add(entry(1));

        journal.close();
        journal.add(entry(2));
        journal.addOfStranger(entry(3));

        assertThat(memory.held()).isZero();
        assertThat(journal.all()).isEmpty();
    }

    @Test
    void of_many_who_write_at_once_every_byte_is_counted_once() throws InterruptedException {
        JournalMemory memory = new JournalMemory(50 * ENTRY, budget(120), budget(20));
        List<Journal> journals =
                IntStream.range(0, 6).mapToObj(world -> new Journal(40, memory)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CountDownLatch start = new CountDownLatch(1);
        for (int writer = 0; writer < 16; writer++) {
            Journal journal = journals.get(writer % journals.size());
            boolean stranger = writer % 5 == 0;
            threads.execute(() -> {
                await(start);
                for (int number = 1; number <= 2_000; number++) {
                    if (stranger) {
                        journal.addOfStranger(entry(number));
                    } else {
                        journal.add(entry(number));
                    }
                    if (number % 500 == 0) {
                        journal.clear();
                    }
                }
            });
        }

        start.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        long counted = journals.stream()
                .flatMap(journal -> journal.all().stream())
                .mapToLong(Exchange::bytes)
                .sum();
        assertThat(memory.held()).isEqualTo(counted).isLessThanOrEqualTo(140 * ENTRY);
        journals.forEach(Journal::close);
        assertThat(memory.held()).isZero();
    }

    @Test
    void numbers_are_given_once_however_many_ask_at_once() {
        Journal journal = new Journal(1, JournalMemory.unbounded());

        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .mapToObj(asked -> journal.nextNumber())
                        .distinct())
                .hasSize(20_000);
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static JournalBudget budget(int entries) {
        return new JournalBudget(entries * ENTRY);
    }

    private static Exchange entry(long number) {
        return new Exchange(
                new Exchange.Heading(number, Instant.EPOCH, Duration.ZERO, "kaspi-r1", "r1 qr create"),
                new Exchange.Message("POST", "/r1/v01/qr/create", List.of(), Bytes.wrap(new byte[BODY])),
                200,
                Bytes.NONE,
                new Exchange.Tls("127.0.0.1", "TLSv1.3", "", ""),
                List.of());
    }
}
