package kz.paysandbox.emulator.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import kz.paysandbox.emulator.core.state.Keeping;

/**
 * Changes that are to be written, and answers that wait for them. Who changes something does not wait here. What is in it
 * is bounded by the calls that are under way: each waits for its answer until its changes are written.
 */
final class ChangeQueue implements Keeping {

    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private final Queue<TableLog> soon = new ConcurrentLinkedQueue<>();
    private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
    private final AtomicLong unwritten = new AtomicLong();

    /** Tables with changes that may wait, those that are being written included. */
    private final AtomicLong unwrittenSoon = new AtomicLong();

    private final Runnable write;

    /**
     * An answer that waits.
     *
     * @param all whether for what may be written later too
     */
    record Waiter(boolean all, CompletableFuture<Void> written) {}

    /**
     * @param write writes what is in the queue, where nobody else does
     */
    ChangeQueue(Runnable write) {
        this.write = write;
    }

    void add(Change change) {
        unwritten.incrementAndGet();
        changes.add(change);
    }

    /** As {@link #add}, where {@code first} says that nobody else has added the same since it was written. */
    void addOnce(Change change, BooleanSupplier first) {
        unwritten.incrementAndGet();
        if (first.getAsBoolean()) {
            changes.add(change);
        } else {
            unwritten.decrementAndGet();
        }
    }

    /**
     * Adds a table whose changes may wait, where {@code first} says that nobody else has. Who finds it added by another
     * already finds it counted too.
     */
    void addSoon(TableLog table, BooleanSupplier first) {
        unwrittenSoon.incrementAndGet();
        if (first.getAsBoolean()) {
            soon.add(table);
        } else {
            unwrittenSoon.decrementAndGet();
        }
    }

    @Override
    public Optional<CompletionStage<Void>> pending(boolean all) {
        if (unwritten.get() == 0 && (!all || unwrittenSoon.get() == 0)) {
            return Optional.empty();
        }
        Waiter waiter = new Waiter(all, new CompletableFuture<>());
        waiters.add(waiter);
        write.run();
        boolean done = waiter.written().isDone() && !waiter.written().isCompletedExceptionally();
        return done ? Optional.empty() : Optional.of(waiter.written());
    }

    boolean hasWaiters() {
        return !waiters.isEmpty();
    }

    /** Whether anything waits for the writer, be it for later. */
    boolean hasWork() {
        return unwritten.get() > 0 || !soon.isEmpty() || !waiters.isEmpty();
    }

    /** How many changes are not written yet. */
    long unwritten() {
        return unwritten.get();
    }

    /** Those that wait now; what they wait for is in the queue already. */
    List<Waiter> takeWaiters() {
        return drained(waiters, new ArrayList<>());
    }

    /** Adds all changes that are there to {@code taken}. */
    void takeChanges(Collection<Change> taken) {
        var unused = drained(changes, taken);
    }

    List<TableLog> takeSoon() {
        return drained(soon, new ArrayList<>());
    }

    /** So many changes are written. */
    void written(long many) {
        unwritten.addAndGet(-many);
    }

    /** So many tables that were taken are written, or added anew. */
    void writtenSoon(long many) {
        unwrittenSoon.addAndGet(-many);
    }

    private static <T, C extends Collection<T>> C drained(Queue<T> from, C to) {
        for (T next = from.poll(); next != null; next = from.poll()) {
            to.add(next);
        }
        return to;
    }
}
