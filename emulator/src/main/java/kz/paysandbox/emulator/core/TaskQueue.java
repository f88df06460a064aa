package kz.paysandbox.emulator.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
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
    private final KeptTasks kept = new KeptTasks();
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

    /**
     * Adds a task by name.
     *
     * @return it, with its ordinal; empty where there is no room
     */
    Optional<KeptTask> addKept(KeptTask wanted, Function<KeptTask, CompletionStage<?>> work) {
        if (!account.take(TASK_BYTES)) {
            return Optional.empty();
        }
        Optional<KeptTask> added = addNumbered(wanted, work);
        if (added.isEmpty()) {
            account.give(TASK_BYTES);
        }
        return added;
    }

    private synchronized Optional<KeptTask> addNumbered(KeptTask wanted, Function<KeptTask, CompletionStage<?>> work) {
        if (closed || tasks.size() >= most) {
            return Optional.empty();
        }
        KeptTask task = new KeptTask(wanted.due(), added++, wanted.what(), wanted.id(), wanted.detail());
        kept.add(task);
        tasks.add(new Task(task.due(), task.ordinal(), task.what(), task.id(), () -> work.apply(task)));
        return Optional.of(task);
    }

    /** Takes a task back as it was kept, with its ordinal. */
    synchronized void restore(KeptTask task, Function<KeptTask, CompletionStage<?>> work) {
        account.keep(TASK_BYTES);
        added = Math.max(added, task.ordinal() + 1);
        kept.add(task);
        tasks.add(new Task(task.due(), task.ordinal(), task.what(), task.id(), () -> work.apply(task)));
    }

    /** Those by name that are not done yet. */
    KeptTasks kept() {
        return kept;
    }

    /** Forgets everything, and takes nothing more. */
    synchronized void close() {
        closed = true;
        account.give(TASK_BYTES * tasks.size());
        tasks.clear();
    }

    /** Takes tasks that were taken out back as they were. */
    synchronized void putBack(List<Task> taken) {
        account.keep(TASK_BYTES * taken.size());
        tasks.addAll(taken);
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
