package kz.paysandbox.emulator.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;

/** The tasks of a world that are still to be done, by due time, then by order of adding; bounded. */
final class TaskQueue {

    record Task(Instant due, long ordinal, String what, String id, Supplier<CompletionStage<?>> work) {}

    private static final Comparator<Task> ORDER =
            Comparator.comparing(Task::due).thenComparingLong(Task::ordinal);

    /** Bytes of a task with what it needs for its work. */
    private static final long TASK_BYTES = 250;

    private final int most;
    private final MemoryAccount account;
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(ORDER);
    private long added;
    private boolean closed;

    TaskQueue(int most) {
        this(most, WorldMemory.unbounded());
    }

    TaskQueue(int most, WorldMemory memory) {
        this.most = most;
        this.account = memory.lasting(MemoryKind.CALLBACKS, () -> false);
    }

    boolean add(Instant due, String what, String id, Supplier<CompletionStage<?>> work) {
        if (!account.take(TASK_BYTES)) {
            return false;
        }
        boolean kept = keep(due, what, id, work);
        if (!kept) {
            account.give(TASK_BYTES);
        }
        return kept;
    }

    private synchronized boolean keep(Instant due, String what, String id, Supplier<CompletionStage<?>> work) {
        return !closed && tasks.size() < most && tasks.add(new Task(due, added++, what, id, work));
    }

    /** Forgets everything, and takes nothing more. */
    synchronized void close() {
        closed = true;
        account.give(TASK_BYTES * tasks.size());
        tasks.clear();
    }

    /** In no order. */
    synchronized List<Task> all() {
        return List.copyOf(tasks);
    }

    synchronized Optional<Instant> nextDue() {
        return Optional.ofNullable(tasks.peek()).map(Task::due);
    }

    synchronized Optional<Task> takeNext(Instant until) {
        Task first = tasks.peek();
        if (first == null || first.due().isAfter(until)) {
            return Optional.empty();
        }
        account.give(TASK_BYTES);
        return Optional.ofNullable(tasks.poll());
    }

    /** All that is due at {@code now}; what these tasks add waits for the next call. */
    synchronized List<Task> takeDue(Instant now) {
        List<Task> due = new ArrayList<>();
        for (var next = takeNext(now); next.isPresent(); next = takeNext(now)) {
            due.add(next.get());
        }
        return due;
    }
}
