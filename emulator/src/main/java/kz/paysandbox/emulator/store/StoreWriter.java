package kz.paysandbox.emulator.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import kz.paysandbox.emulator.core.state.NotKept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes changes in groups. A call alone writes its changes on its own thread, and waits for no other. Where several wait
 * at a time, a thread of its own writes all that is there in one transaction and sends their answers, while the next ones
 * gather; it also writes what may wait. What cannot be written is tried again a second later, and until then who asks is
 * told at once that it is not.
 */
final class StoreWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWriter.class);

    /** How long what may wait does, in nanoseconds. */
    private static final long SOON_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** After several waited at a time, the thread writes until so many in a row waited alone. */
    private static final int CROWD = 100;

    private final Database database;
    private final WriteFactory writes;
    private final LongSupplier nanoTime;
    private final ChangeQueue queue;
    private final Thread thread;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean sleeping = new AtomicBoolean();
    private final AtomicInteger crowd = new AtomicInteger();
    private volatile boolean closing;

    /** The database is closed, or about to be; under the lock. */
    private boolean closed;

    /** What is not written yet, of earlier attempts too; only who holds the lock touches these. */
    private final Set<Change> undone = new LinkedHashSet<>();

    private long taken;

    /** Whether something was written since the database was made small and quick. */
    private volatile boolean untidy;

    private volatile Optional<NotKept> problem = Optional.empty();

    /** When it last failed, as {@code nanoTime} has it. */
    private volatile long failedAt;

    StoreWriter(Database database, WriteFactory writes, LongSupplier nanoTime) {
        this.database = database;
        this.writes = writes;
        this.nanoTime = nanoTime;
        this.queue = new ChangeQueue(this::help);
        this.thread = new Thread(this::run, "sandbox-store");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Why the latest changes could not be written; empty where they were. */
    Optional<String> problem() {
        return problem.map(known -> String.valueOf(known.getMessage()));
    }

    ChangeQueue queue() {
        return queue;
    }

    /** Somebody waits: writes what is there, or has the thread write it where several wait at a time. */
    private void help() {
        Optional<NotKept> known = problem;
        if (known.isPresent() && nanoTime.getAsLong() - failedAt < SOON_NANOS && !closing) {
            queue.takeWaiters().forEach(waiter -> waiter.written().completeExceptionally(known.get()));
            return;
        }
        if (isToWrite()) {
            writeOnce();
        }
        if (queue.hasWaiters()) {
            crowd.set(CROWD);
            wake();
        }
    }

    /** Takes the lock where this thread is to write: nobody else does after the end. */
    private boolean isToWrite() {
        if (closing) {
            writing.lock();
            return true;
        }
        return crowd.get() == 0 && writing.tryLock();
    }

    /** With the lock, which it gives back. */
    private void writeOnce() {
        Runnable afterwards;
        try {
            afterwards = cycle(false);
        } finally {
            writing.unlock();
        }
        afterwards.run();
    }

    private void wake() {
        if (sleeping.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        long ticked = nanoTime.getAsLong();
        while (!closing) {
            sleeping.set(true);
            if (!queue.hasWaiters() && !closing) {
                LockSupport.parkNanos(this, SOON_NANOS);
            }
            sleeping.set(false);
            if (queue.hasWaiters()) {
                writing.lock();
                writeOnce();
            }
            if (nanoTime.getAsLong() - ticked >= SOON_NANOS) {
                ticked = nanoTime.getAsLong();
                if (queue.hasWork() || untidy) {
                    byItself();
                }
            }
        }
        byItself();
    }

    private void byItself() {
        Runnable afterwards;
        writing.lock();
        try {
            afterwards = cycle(true);
            tidy();
        } finally {
            writing.unlock();
        }
        afterwards.run();
    }

    private void tidy() {
        try {
            List<Write> smaller = writes.condensed();
            if (!smaller.isEmpty()) {
                database.write(smaller);
            }
            database.tidy();
            untidy = false;
        } catch (StoreException full) {
            LOG.warn("{}", full.getMessage());
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.error("the kept worlds cannot be made smaller", failed);
        }
    }

    /** One transaction; returns how those go on who waited for it. */
    private Runnable cycle(boolean everything) {
        List<ChangeQueue.Waiter> waiters = queue.takeWaiters();
        if (waiters.size() > 1) {
            crowd.set(CROWD);
        } else {
            crowd.updateAndGet(left -> Math.max(0, left - 1));
        }
        Map<TableLog, List<String>> soon = new LinkedHashMap<>();
        if (closed) {
            NotKept ended = new NotKept("the sandbox has ended", new IllegalStateException("closed"));
            return () -> waiters.forEach(waiter -> waiter.written().completeExceptionally(ended));
        }
        try {
            if (everything || waiters.stream().anyMatch(ChangeQueue.Waiter::all)) {
                takeSoon(soon);
            }
            List<Change> fresh = new ArrayList<>();
            queue.takeChanges(fresh);
            taken += fresh.size();
            undone.addAll(fresh);
            List<Write> present = writes.of(undone, soon);
            if (!present.isEmpty()) {
                database.write(present);
                untidy = true;
            }
            queue.writtenSoon(soon.size());
            done();
            return () -> waiters.forEach(waiter -> waiter.written().complete(null));
        } catch (RuntimeException | Error failed) {
            soon.forEach(TableLog::giveBack);
            queue.writtenSoon(soon.size());
            NotKept why = failed(failed);
            return () -> waiters.forEach(waiter -> waiter.written().completeExceptionally(why));
        }
    }

    private void takeSoon(Map<TableLog, List<String>> keys) {
        queue.takeSoon().forEach(table -> keys.put(table, table.takeWaiting()));
    }

    private void done() {
        undone.clear();
        queue.written(taken);
        taken = 0;
        if (problem.isPresent()) {
            problem = Optional.empty();
            LOG.info("worlds can be written again");
        }
    }

    private NotKept failed(Throwable failed) {
        String why = String.valueOf(failed.getMessage());
        if (problem.isEmpty()) {
            if (failed instanceof StoreException) {
                LOG.error("nobody is answered who may have seen what cannot be written: {}", why);
            } else {
                LOG.error("changes of worlds cannot be written", failed);
            }
        }
        NotKept known = new NotKept(why, failed);
        failedAt = nanoTime.getAsLong();
        problem = Optional.of(known);
        return known;
    }

    /** Writes what is still to be written, and ends: who is late is told that nothing was kept. */
    @Override
    public void close() {
        closing = true;
        sleeping.set(false);
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        writing.lock();
        try {
            closed = true;
        } finally {
            writing.unlock();
        }
    }
}
