package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.gateway.Await;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes with threads of their own over one database. */
class TwoNodesTest {
    private static final int JOBS = 1_000;
    private static final int THREADS = 4;

    private final TestClock clock = TestClock.usual();
    private final List<Node> nodes = new ArrayList<>();

    /** A process: connections, a ticker and threads of its own. */
    private record Node(GatewayDatabase database, ScheduledExecutorService ticker, JobRunner runner) {}

    private Node node(String name, GatewayDatabase.Address address, JobHandler handler) {
        GatewayDatabase database = GatewayDatabase.open(address, Optional.empty(), clock);
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
        Node node = new Node(
                database,
                ticker,
                new JobRunner(
                        database,
                        JobScene.identity(name, clock),
                        Map.of("k", handler),
                        new JobRunner.Threads(name, THREADS, ticker)));
        nodes.add(node);
        return node;
    }

    @AfterEach
    void end() {
        nodes.forEach(node -> {
            node.ticker().shutdownNow();
            node.database().close();
        });
    }

    private static void add(Node node, int jobs) {
        node.database().transaction(sql -> {
            for (int i = 0; i < jobs; i++) {
                node.database()
                        .tables()
                        .jobs()
                        .insert(
                                sql,
                                "k",
                                "job " + i,
                                node.database().tables().jobs().clock().instant());
            }
            return true;
        });
    }

    private static long left(Node node) {
        return node.database()
                .transaction(sql -> sql.first("select count(*) from job", row -> row.getLong(1))
                        .orElseThrow());
    }

    @ParameterizedTest
    @EnumSource
    void check_20_each_job_is_done_on_one_node_at_a_time(TestDatabase kind) throws Exception {
        Set<String> underWay = ConcurrentHashMap.newKeySet();
        Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
        AtomicInteger doubled = new AtomicInteger();
        GatewayDatabase.Address address = kind.address();
        JobHandler handler = job -> {
            if (!underWay.add(job.ref())) {
                doubled.incrementAndGet();
            }
            lasting();
            int times =
                    done.computeIfAbsent(job.ref(), ref -> new AtomicInteger()).incrementAndGet();
            underWay.remove(job.ref());
            return times < 2 ? Next.at(clock.instant()) : Next.DONE;
        };
        AtomicInteger byA = new AtomicInteger();
        AtomicInteger byB = new AtomicInteger();
        Node a = node("a", address, job -> counted(byA, handler, job));
        Node b = node("b", address, job -> counted(byB, handler, job));
        add(a, JOBS);
        a.runner().start();
        b.runner().start();
        Await.until("all jobs are done", () -> left(a) == 0);
        assertThat(a.runner().stop(Duration.ofSeconds(20))).isZero();
        assertThat(b.runner().stop(Duration.ofSeconds(20))).isZero();
        assertThat(doubled).hasValue(0);
        assertThat(done)
                .hasSize(JOBS)
                .allSatisfy((ref, times) -> assertThat(times).hasValue(2));
        assertThat(byA.get()).isPositive();
        assertThat(byB.get()).isPositive();
    }

    /** Long enough for another node to come to the same job. */
    private static void lasting() {
        try {
            new CountDownLatch(1).await(3, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Next counted(AtomicInteger count, JobHandler handler, Job job) {
        count.incrementAndGet();
        return handler.handle(job);
    }

    @Test
    void check_20_what_a_dead_node_had_claimed_is_done_by_the_other() throws Exception {
        GatewayDatabase.Address address = TestDatabase.POSTGRES.address();
        CountDownLatch begun = new CountDownLatch(THREADS);
        CountDownLatch never = new CountDownLatch(1);
        Node dead = node("dead", address, job -> {
            begun.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Next.DONE;
        });
        Set<String> done = ConcurrentHashMap.newKeySet();
        Node alive = node("alive", address, job -> {
            done.add(job.ref());
            return Next.DONE;
        });
        add(alive, 20);
        dead.runner().start();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        dead.ticker().shutdownNow();
        assertThat(alive.runner().runDue()).isEqualTo(20 - THREADS);
        clock.advance(JobScene.LEASE.minusSeconds(1));
        assertThat(alive.runner().runDue()).isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(alive.runner().runDue()).isEqualTo(THREADS);
        assertThat(done).hasSize(20);
        assertThat(left(alive)).isZero();
    }
}
