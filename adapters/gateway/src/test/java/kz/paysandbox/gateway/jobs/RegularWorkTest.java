package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.pay.JobKinds;
import kz.paysandbox.gateway.store.IdempotencyKey;
import kz.paysandbox.gateway.store.JobTable.Job;
import kz.paysandbox.gateway.store.WebhookTable;
import kz.paysandbox.gateway.store.WebhookTable.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegularWorkTest {
    private final JobScene scene = new JobScene(TestDatabase.H2);

    @AfterEach
    void end() {
        scene.close();
    }

    private static Job job(String kind) {
        return new Job(1, kind, JobKinds.ALL, 0, Instant.EPOCH);
    }

    @Test
    void regular_work_comes_again_after_its_pause_and_nightly_work_at_night() {
        AtomicInteger times = new AtomicInteger();
        assertThat(RegularJob.every(Duration.ofMinutes(5), scene.clock, times::incrementAndGet)
                        .handle(job("k")))
                .isEqualTo(Next.at(scene.clock.instant().plus(Duration.ofMinutes(5))));
        assertThat(RegularJob.nightly(scene.clock, times::incrementAndGet).handle(job("k")))
                .isEqualTo(Next.at(DayPlan.next(scene.clock.instant(), DayPlan.NIGHT)));
        assertThat(times).hasValue(2);
    }

    @Test
    void pruning_removes_what_has_had_its_time_and_nothing_else() {
        List<Duration> asked = new ArrayList<>();
        Pruning pruning = new Pruning(scene.database, age -> {
            asked.add(age);
            return 3;
        });
        WebhookTable messages = scene.database.tables().webhooks().messages();
        scene.database.transaction(sql -> {
            for (String id : List.of("delivered", "waiting")) {
                messages.insert(sql, new Message(id, "5", "payment.completed", "payment", "{}", 0));
            }
            messages.tried(
                    sql, new Message("delivered", "5", "", "", "", 0), WebhookTable.State.DELIVERED, Optional.empty());
            scene.database
                    .tables()
                    .idempotency()
                    .insert(
                            sql,
                            new IdempotencyKey(1, "key", "fingerprint"),
                            "payment",
                            Optional.empty(),
                            Duration.ofHours(24));
            return true;
        });
        pruning.run();
        assertThat(rows()).isEqualTo("2 1");
        scene.clock.advance(Duration.ofHours(24));
        pruning.run();
        assertThat(rows()).isEqualTo("2 0");
        scene.clock.advance(Duration.ofDays(30));
        pruning.run();
        assertThat(rows()).isEqualTo("1 0");
        assertThat(asked).containsOnly(Duration.ofDays(90));
    }

    private String rows() {
        return scene.database.transaction(sql -> sql.first(
                        "select (select count(*) from webhook), (select count(*) from idempotency)",
                        row -> row.getLong(1) + " " + row.getLong(2))
                .orElseThrow());
    }

    @Test
    void a_sweep_of_a_database_in_order_adds_nothing() {
        new Sweep(scene.database).run();
        assertThat(scene.rows()).isZero();
    }

    @Test
    void dead_shops_take_no_thread_of_payments() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(10);
        JobRunner messages = scene.runner("webhook", 2, Map.of("webhook", job -> {
            await(never);
            return Next.DONE;
        }));
        JobRunner payments = scene.runner("job", 1, Map.of("follow", job -> {
            done.countDown();
            return Next.DONE;
        }));
        for (int i = 0; i < 10; i++) {
            scene.add("webhook", "shop " + i);
            scene.add("follow", "payment " + i);
        }
        messages.start();
        payments.start();
        await(done);
        never.countDown();
        assertThat(payments.stop(Duration.ofSeconds(20))).isZero();
        assertThat(messages.stop(Duration.ofSeconds(20))).isZero();
    }

    @Test
    void a_runner_with_nothing_to_do_looks_once_a_second_and_sooner_only_for_what_is_due_sooner() throws Exception {
        List<Duration> pauses = new ArrayList<>();
        CountDownLatch looked = new CountDownLatch(1);
        ScheduledThreadPoolExecutor ticker = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable task, long pause, TimeUnit unit) {
                if (pause == 0) {
                    return super.schedule(task, pause, unit);
                }
                pauses.add(Duration.of(pause, unit.toChronoUnit()));
                looked.countDown();
                return super.schedule(() -> {}, 1, TimeUnit.DAYS);
            }
        };
        try {
            JobRunner runner = new JobRunner(
                    scene.database,
                    JobScene.identity("a", scene.clock),
                    Map.of("k", job -> Next.DONE),
                    new JobRunner.Threads("a", 1, ticker));
            runner.start();
            await(looked);
            ticker.submit(() -> {}).get(20, TimeUnit.SECONDS);
            scene.add("k", "soon", scene.clock.instant().plusMillis(300));
            runner.wake();
            ticker.submit(() -> {}).get(20, TimeUnit.SECONDS);
            assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(300));
        } finally {
            ticker.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
