package kz.paysandbox.gateway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.store.JobTable;
import kz.paysandbox.gateway.store.JobTable.Job;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes over one table, in random order: what a node was told of its claims is what the table holds. */
class ClaimsPropertiesTest {
    private static final int STEPS = 400;
    private static final int JOBS = 5;
    private static final List<String> NODES = List.of("a", "b");
    private static final List<String> KINDS = List.of("k");

    /** Who has a job, and until when. */
    private record Owner(String node, Instant until) {}

    private final JobScene scene = new JobScene(TestDatabase.H2);
    private final Map<Long, Owner> owners = new HashMap<>();
    private final Map<String, List<Job>> seen = new HashMap<>();
    private final Map<String, List<Job>> held = new HashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void a_job_is_one_nodes_until_its_claim_ends(long seed) {
        try (scene) {
            Random random = new Random(seed);
            for (int i = 0; i < JOBS; i++) {
                scene.add("k", "job " + i);
            }
            int claimed = 0;
            for (int step = 0; step < STEPS; step++) {
                String node = NODES.get(random.nextInt(NODES.size()));
                switch (random.nextInt(7)) {
                    case 0 -> seen.put(node, due());
                    case 1, 2 -> claimed += claim(node, random) ? 1 : 0;
                    case 3 -> putOff(node, random);
                    case 4 -> end(node, random);
                    case 5 -> renew(node, random);
                    default -> scene.clock.advance(Duration.ofSeconds(random.nextInt(20)));
                }
                assertThat(due()).allMatch(job -> !owned(job));
            }
            assertThat(claimed).isGreaterThan(10);
        }
    }

    private JobTable jobs() {
        return scene.jobs();
    }

    private List<Job> due() {
        return scene.database.transaction(sql -> jobs().due(sql, KINDS, scene.clock.instant(), JOBS));
    }

    private boolean owned(Job job) {
        return Optional.ofNullable(owners.get(job.id()))
                .filter(owner -> owner.until().isAfter(scene.clock.instant()))
                .isPresent();
    }

    private boolean owns(String node, Job job) {
        return Optional.ofNullable(owners.get(job.id()))
                .filter(owner -> owner.node().equals(node))
                .isPresent();
    }

    private boolean claim(String node, Random random) {
        List<Job> known = seen.getOrDefault(node, List.of());
        if (known.isEmpty()) {
            return false;
        }
        Job job = known.get(random.nextInt(known.size()));
        boolean mine = scene.database.<Boolean>transaction(sql -> jobs().claim(sql, job, node, JobScene.LEASE));
        if (mine) {
            assertThat(owned(job)).isFalse();
            owners.put(job.id(), new Owner(node, scene.clock.instant().plus(JobScene.LEASE)));
            List<Job> mineNow = held.computeIfAbsent(node, name -> new ArrayList<>());
            mineNow.removeIf(other -> other.id() == job.id());
            mineNow.add(job);
        }
        return mine;
    }

    private Optional<Job> any(String node, Random random) {
        List<Job> mine = held.getOrDefault(node, List.of());
        return mine.isEmpty() ? Optional.empty() : Optional.of(mine.get(random.nextInt(mine.size())));
    }

    private void putOff(String node, Random random) {
        any(node, random).ifPresent(job -> {
            Instant due = scene.clock.instant().plusSeconds(random.nextInt(10));
            assertThat(scene.database.<Boolean>transaction(sql -> jobs().putOff(sql, job, node, due, 0)))
                    .isEqualTo(owns(node, job));
            gone(node, job);
        });
    }

    private void end(String node, Random random) {
        any(node, random).ifPresent(job -> {
            boolean ended = scene.database.<Boolean>transaction(sql -> jobs().end(sql, job, node));
            assertThat(ended).isEqualTo(owns(node, job));
            gone(node, job);
            if (ended) {
                scene.add("k", job.ref());
            }
        });
    }

    private void renew(String node, Random random) {
        any(node, random).ifPresent(job -> {
            boolean renewed = scene.database.<Boolean>transaction(sql -> jobs().renew(sql, job, node, JobScene.LEASE));
            assertThat(renewed).isEqualTo(owns(node, job));
            if (renewed) {
                owners.put(job.id(), new Owner(node, scene.clock.instant().plus(JobScene.LEASE)));
            }
        });
    }

    private void gone(String node, Job job) {
        held.getOrDefault(node, new ArrayList<>()).remove(job);
        if (owns(node, job)) {
            owners.remove(job.id());
        }
    }
}
