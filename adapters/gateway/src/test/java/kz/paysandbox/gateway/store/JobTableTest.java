package kz.paysandbox.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.store.JobTable.Job;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobTableTest {
    private static final List<String> KINDS = List.of("k", "l");
    private static final Duration LEASE = Duration.ofSeconds(45);

    private final TestClock clock = TestClock.usual();

    private static <T> T on(GatewayDatabase database, Database.Work<T> work) {
        return database.transaction(work);
    }

    private List<String> due(GatewayDatabase database, Instant until, int most) {
        return on(database, sql -> database.tables().jobs().due(sql, KINDS, until, most)).stream()
                .map(job -> job.kind() + " " + job.ref())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void due_jobs_are_those_of_the_kinds_oldest_first(TestDatabase kind) {
        try (GatewayDatabase database = kind.open(clock)) {
            JobTable jobs = database.tables().jobs();
            Instant now = clock.instant();
            on(database, sql -> {
                jobs.insert(sql, "k", "2", now);
                jobs.insert(sql, "l", "1", now.minusSeconds(1));
                jobs.insert(sql, "m", "other", now.minusSeconds(2));
                jobs.insert(sql, "k", "3", now.plusSeconds(1));
                jobs.insertClaimed(sql, "k", "claimed", now, "a", LEASE);
                return true;
            });
            assertThat(due(database, now, 10)).containsExactly("l 1", "k 2");
            assertThat(due(database, now, 1)).containsExactly("l 1");
            assertThat(due(database, now.plusSeconds(1), 10)).containsExactly("l 1", "k 2", "k 3");
            clock.advance(LEASE);
            assertThat(due(database, now, 10)).containsExactly("l 1", "k 2", "k claimed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_job_is_brought_forward_and_never_back(TestDatabase kind) {
        try (GatewayDatabase database = kind.open(clock)) {
            JobTable jobs = database.tables().jobs();
            Instant now = clock.instant();
            on(database, sql -> {
                jobs.insert(sql, "k", "1", now.plusSeconds(60));
                jobs.hasten(sql, "k", "1", now.plusSeconds(90));
                return true;
            });
            assertThat(due(database, now.plusSeconds(60), 10)).containsExactly("k 1");
            on(database, sql -> {
                jobs.hasten(sql, "k", "1", now.plusSeconds(30));
                jobs.hasten(sql, "l", "1", now);
                return true;
            });
            assertThat(due(database, now.plusSeconds(29), 10)).isEmpty();
            assertThat(due(database, now.plusSeconds(30), 10)).containsExactly("k 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_subject_has_one_job_of_a_kind(TestDatabase kind) {
        try (GatewayDatabase database = kind.open(clock)) {
            JobTable jobs = database.tables().jobs();
            Instant now = clock.instant();
            on(database, sql -> {
                jobs.insertIfAbsent(sql, "k", "1", now);
                jobs.insertIfAbsent(sql, "k", "1", now.minusSeconds(9));
                jobs.insertIfAbsent(sql, "l", "1", now);
                return true;
            });
            assertThat(due(database, now.minusSeconds(1), 10)).isEmpty();
            assertThat(due(database, now, 10)).containsExactly("k 1", "l 1");
            on(database, sql -> {
                jobs.remove(sql, "k", "1");
                return true;
            });
            assertThat(due(database, now, 10)).containsExactly("l 1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void claims_of_all_nodes_are_given_up(TestDatabase kind) {
        try (GatewayDatabase database = kind.open(clock)) {
            JobTable jobs = database.tables().jobs();
            Instant now = clock.instant();
            on(database, sql -> {
                jobs.insertClaimed(sql, "k", "1", now, "a", LEASE);
                jobs.insertClaimed(sql, "k", "2", now, "b", LEASE);
                jobs.insertClaimed(sql, "k", "3", now, "c", LEASE);
                return true;
            });
            assertThat(due(database, now, 10)).isEmpty();
            assertThat(JobTableTest.<Integer>on(database, jobs::release)).isEqualTo(3);
            assertThat(due(database, now, 10)).containsExactly("k 1", "k 2", "k 3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_claim_counts_its_attempts_and_is_refused_to_who_has_read_an_older_row(TestDatabase kind) {
        try (GatewayDatabase database = kind.open(clock)) {
            JobTable jobs = database.tables().jobs();
            Instant now = clock.instant();
            on(database, sql -> {
                jobs.insert(sql, "k", "1", now);
                return true;
            });
            Job first = on(database, sql -> jobs.due(sql, KINDS, now, 1)).get(0);
            assertThat(JobTableTest.<Boolean>on(database, sql -> jobs.claim(sql, first, "a", LEASE)))
                    .isTrue();
            clock.advance(LEASE);
            assertThat(JobTableTest.<Boolean>on(database, sql -> jobs.claim(sql, first, "b", LEASE)))
                    .isFalse();
            Job second = on(database, sql -> jobs.due(sql, KINDS, now, 1)).get(0);
            assertThat(second.attempt()).isEqualTo(1);
            assertThat(JobTableTest.<Boolean>on(database, sql -> jobs.claim(sql, second, "b", LEASE)))
                    .isTrue();
            assertThat(JobTableTest.<Boolean>on(database, sql -> jobs.putOff(sql, first, "a", now, 0)))
                    .isFalse();
            assertThat(JobTableTest.<Boolean>on(database, sql -> jobs.renew(sql, first, "a", LEASE)))
                    .isFalse();
            assertThat(JobTableTest.<Boolean>on(
                            database,
                            sql -> jobs.putOff(sql, second, "b", clock.instant().plusSeconds(1), 7)))
                    .isTrue();
            Job third = on(database, sql -> jobs.due(sql, KINDS, clock.instant().plusSeconds(1), 1))
                    .get(0);
            assertThat(third.attempt()).isEqualTo(7);
            assertThat(third.dueAt()).isEqualTo(clock.instant().plusSeconds(1));
            assertThat(JobTableTest.<Boolean>on(database, sql -> jobs.claim(sql, third, "b", LEASE)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_job_is_ended_by_the_node_that_has_claimed_it(TestDatabase kind) {
        try (GatewayDatabase database = kind.open(clock)) {
            JobTable jobs = database.tables().jobs();
            on(database, sql -> {
                jobs.insertClaimed(sql, "k", "1", clock.instant(), "a", LEASE);
                return true;
            });
            clock.advance(LEASE);
            Job job = on(database, sql -> jobs.due(sql, KINDS, clock.instant(), 1))
                    .get(0);
            assertThat(JobTableTest.<Boolean>on(database, sql -> jobs.end(sql, job, "b")))
                    .isFalse();
            assertThat(JobTableTest.<Boolean>on(database, sql -> jobs.renew(sql, job, "a", LEASE)))
                    .isTrue();
            assertThat(due(database, clock.instant(), 10)).isEmpty();
            assertThat(JobTableTest.<Boolean>on(database, sql -> jobs.end(sql, job, "a")))
                    .isTrue();
            clock.advance(LEASE);
            assertThat(due(database, clock.instant(), 10)).isEmpty();
        }
    }
}
