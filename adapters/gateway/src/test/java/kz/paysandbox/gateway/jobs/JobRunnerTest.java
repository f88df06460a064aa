package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.store.JobTable.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobRunnerTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @ParameterizedTest
    @EnumSource
    void what_is_due_is_done_and_what_is_not_waits(TestDatabase kind) {
        try (JobScene scene = new JobScene(kind)) {
            List<String> done = new ArrayList<>();
            JobRunner runner = scene.runner("a", 1, Map.of("now", job -> {
                done.add(job.ref() + " " + job.attempt());
                return Next.DONE;
            }));
            scene.add("now", "first", scene.clock.instant().minusSeconds(9));
            scene.add("now", "second");
            scene.add("now", "later", scene.clock.instant().plusSeconds(1));
            scene.add("other", "not mine");

            assertThat(runner.queueAge()).isEqualTo(Duration.ofSeconds(9));
            assertThat(runner.runDue()).isEqualTo(2);
            assertThat(done).containsExactly("first 0", "second 0");
            assertThat(scene.row("now", "later")).contains("1s 0 null");
            assertThat(scene.row("other", "not mine")).contains("0s 0 null");
            assertThat(runner.queueAge()).isZero();

            scene.clock.advance(Duration.ofSeconds(1));
            assertThat(runner.runDue()).isEqualTo(1);
            assertThat(scene.rows()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_job_is_put_off_and_its_claim_given_up_in_one_step(TestDatabase kind) {
        try (JobScene scene = new JobScene(kind)) {
            Instant next = scene.clock.instant().plusSeconds(7);
            JobRunner runner = scene.runner("a", 1, Map.of("k", job -> {
                assertThat(scene.row("k", "1")).contains("0s 1 a");
                return Next.at(next);
            }));
            scene.add("k", "1");
            assertThat(runner.runDue()).isEqualTo(1);
            assertThat(scene.row("k", "1")).contains("7s 0 null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_failure_is_tried_again_after_growing_pauses(TestDatabase kind) {
        try (JobScene scene = new JobScene(kind)) {
            AtomicInteger tries = new AtomicInteger();
            JobRunner runner = scene.runner("a", 1, Map.of("k", job -> {
                if (tries.incrementAndGet() % 2 == 0) {
                    throw new IllegalStateException("a fault");
                }
                throw RateLimited.of("1");
            }));
            scene.add("k", "1");
            for (String expected : List.of("60s 1", "300s 2", "900s 3", "3600s 4", "21600s 5", "21600s 6")) {
                assertThat(runner.runDue()).isEqualTo(1);
                assertThat(scene.row("k", "1")).contains(expected + " null");
                scene.clock.advance(Duration.ofHours(6));
                scene.database.transaction(sql -> {
                    scene.jobs().hasten(sql, "k", "1", scene.clock.instant());
                    return true;
                });
            }
        }
    }

    @Test
    void a_job_that_fails_five_times_in_a_row_is_for_a_person_until_it_is_done() {
        try (JobScene scene = new JobScene(TestDatabase.H2)) {
            AtomicInteger tries = new AtomicInteger();
            JobRunner runner = scene.runner("a", 1, Map.of("k", job -> {
                if (tries.incrementAndGet() <= 6) {
                    throw new IllegalStateException("not for the log");
                }
                return Next.DONE;
            }));
            scene.add("k", "1");
            for (int i = 1; i <= 7; i++) {
                runner.runDue();
                assertThat(scene.attention()).hasSize(i == 5 || i == 6 ? 1 : 0);
                scene.clock.advance(Duration.ofHours(6));
            }
            assertThat(tries).hasValue(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_written_while_a_job_ended_is_not_forgotten(TestDatabase kind) {
        try (JobScene scene = new JobScene(kind)) {
            AtomicInteger messages = new AtomicInteger();
            JobRunner runner = scene.runner("a", 1, Map.of("k", new JobHandler() {
                @Override
                public Next handle(Job job) {
                    boolean first = messages.get() == 0;
                    messages.incrementAndGet();
                    if (first) {
                        scene.database.transaction(sql -> {
                            scene.jobs().insertIfAbsent(sql, "k", "1", scene.clock.instant());
                            return true;
                        });
                    }
                    return Next.DONE;
                }

                @Override
                public Optional<Instant> leftOver(Sql sql, Job job) throws SQLException {
                    return messages.get() == 1 ? Optional.of(scene.clock.instant()) : Optional.empty();
                }
            }));
            scene.add("k", "1");
            assertThat(runner.runDue()).isEqualTo(2);
            assertThat(scene.rows()).isZero();
        }
    }

    @Test
    void another_node_has_a_job_when_the_claim_of_the_first_has_ended() {
        try (JobScene scene = new JobScene(TestDatabase.H2)) {
            List<String> done = new ArrayList<>();
            scene.add("k", "1");
            Job job = scene.database
                    .transaction(sql -> scene.jobs().due(sql, List.of("k"), scene.clock.instant(), 1))
                    .get(0);
            assertThat(scene.database.<Boolean>transaction(sql -> scene.jobs().claim(sql, job, "dead", JobScene.LEASE)))
                    .isTrue();
            JobRunner other = scene.runner("b", 1, Map.of("k", mine -> {
                done.add("b");
                return Next.DONE;
            }));
            assertThat(other.runDue()).isZero();
            scene.clock.advance(JobScene.LEASE.minusSeconds(1));
            assertThat(other.runDue()).isZero();
            scene.clock.advance(Duration.ofSeconds(1));
            assertThat(other.runDue()).isEqualTo(1);
            assertThat(done).containsExactly("b");
            assertThat(scene.database.<Boolean>transaction(sql -> scene.jobs().end(sql, job, "dead")))
                    .isFalse();
        }
    }

    @Test
    void threads_do_jobs_by_themselves_and_a_stop_waits_for_them() throws Exception {
        try (JobScene scene = new JobScene(TestDatabase.H2)) {
            CountDownLatch begun = new CountDownLatch(2);
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(3);
            JobRunner runner = scene.runner("a", 2, Map.of("k", job -> {
                begun.countDown();
                await(go);
                ended.countDown();
                return Next.DONE;
            }));
            for (int i = 0; i < 3; i++) {
                scene.add("k", "job " + i);
            }
            assertThat(runner.lastTick()).isEmpty();
            runner.start();
            await(begun);
            assertThat(runner.busy()).isEqualTo(2);
            assertThat(scene.row("k", "job 2")).contains("0s 0 null");
            go.countDown();
            await(ended);
            assertThat(runner.stop(LONG)).isZero();
            assertThat(scene.rows()).isZero();
            assertThat(runner.lastTick()).contains(scene.clock.instant());
        }
    }

    @Test
    void a_stop_claims_nothing_more_and_interrupts_nobody() throws Exception {
        try (JobScene scene = new JobScene(TestDatabase.H2)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            JobRunner runner = scene.runner("a", 2, Map.of("k", job -> {
                begun.countDown();
                await(go);
                ended.countDown();
                return Next.DONE;
            }));
            scene.add("k", "1");
            runner.start();
            await(begun);
            assertThat(runner.stop(Duration.ofMillis(1))).isEqualTo(1);
            scene.add("k", "2");
            runner.wake();
            assertThat(scene.row("k", "1")).contains("0s 1 a");
            go.countDown();
            await(ended);
            assertThat(scene.row("k", "2")).contains("0s 0 null");
        }
    }

    @Test
    void a_job_that_takes_long_keeps_its_claim() throws Exception {
        try (JobScene scene = new JobScene(TestDatabase.H2)) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            JobRunner runner = scene.runner("a", 2, Map.of("k", job -> {
                begun.countDown();
                await(go);
                return Next.DONE;
            }));
            JobRunner other = scene.runner("b", 1, Map.of("k", job -> Next.DONE));
            scene.add("k", "1");
            runner.start();
            await(begun);
            for (int i = 0; i < 6; i++) {
                scene.clock.advance(Duration.ofSeconds(20));
                Instant now = scene.clock.instant();
                runner.wake();
                scene.ticker.submit(() -> {}).get(20, TimeUnit.SECONDS);
                assertThat(runner.lastTick()).contains(now);
                assertThat(other.runDue()).isZero();
            }
            go.countDown();
            assertThat(runner.stop(LONG)).isZero();
            assertThat(scene.rows()).isZero();
        }
    }

    @Test
    void only_a_second_opening_of_the_same_row_is_refused() {
        try (JobScene scene = new JobScene(TestDatabase.H2)) {
            scene.add("k", "1");
            assertThatThrownBy(() -> scene.add("k", "1")).rootCause().hasMessageContaining("JOB_ONCE");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
