package kz.paysandbox.emulator.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import kz.paysandbox.emulator.core.state.NotKept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: it takes all changes that are there, writes them in one transaction, and lets the answers go
 * that waited for it. While it writes, the next ones gather. What cannot be written is tried again with them.
 */
final class StoreWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWriter.class);

    /** How long what may wait does, in nanoseconds. */
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final int LONGEST_CLOSING_SECONDS = 10;

    private final Database database;
    private final RowCodec codec;
    private final ChangeQueue queue;
    private final Thread thread;
    private final AtomicBoolean sleeping = new AtomicBoolean();
    private volatile boolean closing;

    /** What is not written yet, of earlier attempts too; only the writer's thread touches these. */
    private final Set<Change> undone = new LinkedHashSet<>();

    private long taken;
    private long lastSoon = System.nanoTime();
    private boolean failing;

    StoreWriter(Database database, RowCodec codec) {
        this.database = database;
        this.codec = codec;
        this.queue = new ChangeQueue(this::wake);
        this.thread = new Thread(this::run, "sandbox-store");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    ChangeQueue queue() {
        return queue;
    }

    private void wake() {
        if (sleeping.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (!closing) {
            sleeping.set(true);
            if (!queue.hasWaiters() && !closing) {
                LockSupport.parkNanos(this, SOON_NANOS);
            }
            sleeping.set(false);
            if (queue.hasWork()) {
                cycle(false);
            }
        }
        cycle(true);
    }

    private void cycle(boolean everything) {
        List<ChangeQueue.Waiter> waiters = queue.takeWaiters();
        boolean late = System.nanoTime() - lastSoon >= SOON_NANOS;
        Map<TableLog, List<String>> soon = everything || late || waiters.stream().anyMatch(ChangeQueue.Waiter::all)
                ? takenSoon()
                : Map.of();
        List<Change> fresh = new ArrayList<>();
        queue.takeChanges(fresh);
        taken += fresh.size();
        undone.addAll(fresh);
        try {
            List<Write> writes = writes(soon);
            if (!writes.isEmpty()) {
                database.write(writes);
            }
            done(waiters);
        } catch (RuntimeException failed) {
            soon.forEach(TableLog::giveBack);
            fail(waiters, failed);
        }
    }

    private Map<TableLog, List<String>> takenSoon() {
        lastSoon = System.nanoTime();
        Map<TableLog, List<String>> keys = new LinkedHashMap<>();
        queue.takeSoon().forEach(table -> keys.put(table, table.takeWaiting()));
        return keys;
    }

    private List<Write> writes(Map<TableLog, List<String>> soon) {
        List<Write> writes = new ArrayList<>(undone.size());
        for (Change change : undone) {
            if (change instanceof Change.End end) {
                writes.add(new Write.WorldEnds(end.world().id()));
            } else if (!change.world().hasEnded()) {
                writes.add(written(change));
            }
        }
        soon.forEach((table, keys) -> {
            if (!table.world().hasEnded()) {
                keys.forEach(key -> writes.add(codec.write(table, key)));
            }
        });
        return writes;
    }

    private Write written(Change change) {
        if (change instanceof Change.Value value) {
            value.table().taken();
            return codec.write(value.table(), value.key());
        }
        return codec.begin(change.world());
    }

    private void done(List<ChangeQueue.Waiter> waiters) {
        undone.clear();
        queue.written(taken);
        taken = 0;
        if (failing) {
            failing = false;
            LOG.info("worlds can be written again");
        }
        waiters.forEach(waiter -> waiter.written().complete(null));
    }

    private void fail(List<ChangeQueue.Waiter> waiters, RuntimeException failed) {
        if (!failing) {
            failing = true;
            LOG.error("changes of worlds cannot be written, and nobody is answered who may have seen them: {}",
                    failed.getMessage(), failed instanceof StoreException ? null : failed);
        }
        NotKept problem = new NotKept(String.valueOf(failed.getMessage()), failed);
        waiters.forEach(waiter -> waiter.written().completeExceptionally(problem));
    }

    /** Writes what is still to be written, and ends. */
    @Override
    public void close() {
        closing = true;
        wake();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(LONGEST_CLOSING_SECONDS));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
