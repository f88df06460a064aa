package kz.paysandbox.emulator.core;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import kz.paysandbox.emulator.core.state.StateTable;

/** The actions of a world that are known by name, and the tasks that are made of them. */
final class TimelineActions {

    private final TaskQueue tasks;
    private final Map<String, TimelineAction> byName = new ConcurrentHashMap<>();
    private final Set<String> outgoing = ConcurrentHashMap.newKeySet();

    TimelineActions(TaskQueue tasks) {
        this.tasks = tasks;
    }

    void add(String what, TimelineAction action) {
        byName.put(what, action);
    }

    /** An action whose effect is outside the process. */
    void addOutgoing(String what, TimelineAction action) {
        outgoing.add(what);
        add(what, action);
    }

    boolean isOutgoing(String what) {
        return outgoing.contains(what);
    }

    /** False where the agenda is full. */
    boolean schedule(Instant due, String what, String id, String detail) {
        TimelineAction action = known(what);
        return tasks.addKept(new KeptTask(due, 0, what, id, detail), task -> performed(action, task))
                .isPresent();
    }

    void restore(KeptTask task) {
        TimelineAction action = known(task.what());
        tasks.restore(task, kept -> performed(action, kept));
    }

    /** Those that are not done yet, to be kept outside the process. */
    StateTable<KeptTask> table() {
        return tasks.kept().table(this::restore);
    }

    private CompletionStage<?> performed(TimelineAction action, KeptTask task) {
        CompletionStage<?> begun;
        try {
            begun = action.perform(task.id(), task.detail());
        } catch (RuntimeException bug) {
            begun = CompletableFuture.failedStage(bug);
        }
        return begun.whenComplete((done, failed) -> tasks.kept().done(task.ordinal()));
    }

    private TimelineAction known(String what) {
        TimelineAction action = byName.get(what);
        if (action == null) {
            throw new IllegalArgumentException("no action " + what);
        }
        return action;
    }
}
