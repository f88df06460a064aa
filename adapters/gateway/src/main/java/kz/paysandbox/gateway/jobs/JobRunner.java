package kz.paysandbox.gateway.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.adapters.merchant.store.FaultText;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable;
import kz.paysandbox.gateway.store.JobTable.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does jobs of some kinds: looks once a second or when the next one is due, claims as many as it has free threads, and
 * keeps the claims while it works. Any number of runners, in any number of processes, work on one database.
 */
public final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int RENEWALS_IN_A_LEASE = 3;
    private static final int MOST_AT_ONCE = 100;
    private static final int MOST_IN_A_RUN = 100_000;

    private final GatewayDatabase database;
    private final JobTable jobs;
    private final Identity identity;
    private final List<String> kinds;
    private final JobWork work;
    private final Threads threads;
    private final ExecutorService pool;
    private final Map<Long, Claimed> running = new ConcurrentHashMap<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile State state = State.NEW;

    /** Whether the last look found as much as there were threads for, so that there may be more. */
    private volatile boolean more;

    private volatile Optional<Instant> lastTick = Optional.empty();

    /** The next look; only the ticker's thread touches it. */
    private @Nullable Future<?> next;

    /**
     * What a runner works with.
     *
     * @param name of its threads
     * @param most how many jobs it does at a time, at least 1
     * @param ticker of one thread, on which it looks for jobs; several runners may share it
     */
    public record Threads(String name, int most, ScheduledExecutorService ticker) {}

    private enum State {
        NEW,
        STARTED,
        STOPPING,
        STOPPED
    }

    private record Claimed(Job job, Instant renewedAt) {}

    /**
     * A runner that does not run yet.
     *
     * @param handlers by kind, at least one
     */
    public JobRunner(GatewayDatabase database, Identity identity, Map<String, JobHandler> handlers, Threads threads) {
        this.database = database;
        this.jobs = database.tables().jobs();
        this.identity = identity;
        this.kinds = handlers.keySet().stream().sorted().toList();
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException(threads.name() + ": a runner does jobs of some kind");
        }
        this.work = new JobWork(database, identity, handlers);
        this.threads = threads;
        AtomicInteger count = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(threads.most(), task -> {
            Thread thread = new Thread(task, threads.name() + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to look for jobs. */
    public void start() {
        state = State.STARTED;
        wake();
    }

    /** Looks for jobs now, as after one was added that is due. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            threads.ticker().execute(() -> {
                woken.set(false);
                tick();
            });
        }
    }

    private void tick() {
        if (next != null) {
            next.cancel(false);
        }
        if (state == State.STOPPED) {
            return;
        }
        Duration pause = LOOK_EVERY;
        try {
            renew();
            pause = state == State.STARTED ? look() : LOOK_EVERY;
            lastTick = Optional.of(identity.clock().instant());
            if (failed.getAndSet(0) > 0) {
                LOG.info("{}: the database is there again", threads.name());
            }
        } catch (StoreFailed e) {
            if (failed.getAndIncrement() == 0) {
                LOG.error("{}: no jobs are done: {}", threads.name(), e.getMessage());
            }
        } catch (RuntimeException e) {
            LOG.error("{}: a look for jobs failed: {}", threads.name(), FaultText.of(e));
        }
        next = threads.ticker().schedule(this::tick, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One query: what is due now is begun, and what is due soon says when to look next. */
    private Duration look() {
        more = true;
        int free = threads.most() - running.size();
        if (free <= 0) {
            return LOOK_EVERY;
        }
        Instant now = identity.clock().instant();
        List<Job> found = due(now.plus(LOOK_EVERY), free);
        more = found.size() == free;
        for (Job job : found) {
            if (!job.dueAt().isAfter(now)) {
                begin(job, now);
            }
        }
        return found.stream()
                .map(Job::dueAt)
                .filter(now::isBefore)
                .findFirst()
                .map(at -> Duration.between(now, at))
                .orElse(LOOK_EVERY);
    }

    /** One step with {@link #stopping()}: a job that the pool would refuse is never counted as running. */
    private void begin(Job job, Instant now) {
        synchronized (pool) {
            if (state == State.STARTED && running.putIfAbsent(job.id(), new Claimed(job, now)) == null) {
                pool.execute(() -> run(job));
            }
        }
    }

    private List<Job> due(Instant until, int most) {
        return database.transaction(sql -> jobs.due(sql, kinds, until, most));
    }

    private void run(Job job) {
        try {
            work.done(job);
        } catch (StoreFailed e) {
            LOG.error("job {} of {}: its end could not be written: {}", job.kind(), job.ref(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("job {} of {}: {}", job.kind(), job.ref(), FaultText.of(e));
        } finally {
            running.remove(job.id());
            if (more && state == State.STARTED) {
                wake();
            }
        }
    }

    /** A claim of a job that works for long is made longer, so that no other node begins it. */
    private void renew() {
        Instant now = identity.clock().instant();
        Instant old = now.minus(identity.lease().dividedBy(RENEWALS_IN_A_LEASE));
        running.forEach((id, claimed) -> {
            if (claimed.renewedAt().isBefore(old)) {
                database.transaction(sql -> jobs.renew(sql, claimed.job(), identity.node(), identity.lease()));
                running.computeIfPresent(id, (same, before) -> new Claimed(before.job(), now));
            }
        });
    }

    /** Does everything that is due, on the caller's thread, until nothing is; for tests. */
    public int runDue() {
        int done = 0;
        List<Job> due = due(identity.clock().instant(), MOST_AT_ONCE);
        while (!due.isEmpty() && done < MOST_IN_A_RUN) {
            for (Job job : due) {
                done += work.done(job) ? 1 : 0;
            }
            due = due(identity.clock().instant(), MOST_AT_ONCE);
        }
        return done;
    }

    /** When it last looked for jobs and the database answered, if ever. */
    public Optional<Instant> lastTick() {
        return lastTick;
    }

    /** How many jobs it does now. */
    public int busy() {
        return running.size();
    }

    /** For how long the oldest job of its kinds that is due has waited for a thread of any node. */
    public Duration queueAge() {
        Instant now = identity.clock().instant();
        return due(now, 1).stream()
                .findFirst()
                .map(job -> Duration.between(job.dueAt(), now))
                .orElse(Duration.ZERO);
    }

    /** Claims no more jobs from now on. */
    public void stopping() {
        synchronized (pool) {
            state = State.STOPPING;
            pool.shutdown();
        }
    }

    /**
     * Claims no more jobs, and waits for those that it does. They are not interrupted: a bank may be asked at this moment.
     * What has not ended by then is another node's when its claim ends.
     *
     * @return how many have not ended
     */
    public int stop(Duration limit) throws InterruptedException {
        stopping();
        if (!pool.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.warn("{}: {} jobs have not ended within {}", threads.name(), running.size(), limit);
        }
        state = State.STOPPED;
        return running.size();
    }
}
