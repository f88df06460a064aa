package kz.paysandbox.emulator.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.state.StateTable;

/**
 * A world's time as something to act on: what is to be done at which instant, and moving the clock so that all that
 * falls due on the way has happened, in order, when the move is over.
 */
public final class Timeline {

    /** How long a move of the clock waits for one task outside tests. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int MOST_WATCHERS = 10;

    /** Beyond it nothing falls due. */
    private static final Instant LATEST = Instant.MAX.minusSeconds(1);

    private final SandboxClock clock;
    private final TaskQueue tasks;
    private final Alarm alarm;
    private final Supplier<List<WorldPart>> parts;
    private final Duration patience;
    private final Watchers<List<DueEvent>> moves = new Watchers<>(MOST_WATCHERS);
    private final TimelineActions actions;
    private final Object moving = new Object();
    private final Object arming = new Object();
    private Optional<Wakeup> armed = Optional.empty();
    private volatile boolean resting;

    /** The timer that is set, with the action that cancels it; at most one. */
    private record Wakeup(Instant due, Runnable off) {}

    /**
     * @param patience real time a task may take before a move goes on without it
     */
    Timeline(SandboxClock clock, TaskQueue tasks, Alarm alarm, Supplier<List<WorldPart>> parts, Duration patience) {
        this.clock = clock;
        this.tasks = tasks;
        this.actions = new TimelineActions(tasks);
        this.alarm = alarm;
        this.parts = parts;
        this.patience = patience;
    }

    /**
     * Adds something to do when {@code due} comes.
     *
     * @return false where the agenda is full, and nothing was added
     */
    public boolean at(Instant due, String what, String id, Supplier<CompletionStage<?>> task) {
        boolean added = tasks.add(due, what, id, task);
        if (added) {
            rearmIfSooner(due);
        }
        return added;
    }

    /** Makes an action known, so that it can be put on the timeline by name. */
    public void action(String what, TimelineAction action) {
        actions.add(what, action);
    }

    /** As {@link #action}, for what goes out of the process: after a start it waits for {@link #resume}. */
    public void outgoing(String what, TimelineAction action) {
        actions.addOutgoing(what, action);
    }

    /**
     * Adds an action to do when {@code due} comes, also where the process was started anew meanwhile. It may then be done
     * twice: once it was begun, and again where the process ended before its end was kept.
     *
     * @param what name of an action that was made known
     * @return false where the agenda is full, and nothing was added
     */
    public boolean at(Instant due, String what, String id, String detail) {
        boolean added = actions.schedule(due, what, id, detail);
        if (added) {
            rearmIfSooner(due);
        }
        return added;
    }

    /** Whom tasks of an action happen to, of those that are still to be done. */
    public Set<String> scheduled(String what) {
        return tasks.all().stream()
                .filter(task -> task.what().equals(what))
                .map(TaskQueue.Task::id)
                .collect(Collectors.toSet());
    }

    /** The tasks by name, to be kept outside the process. */
    StateTable<KeptTask> table() {
        return actions.table();
    }

    /** Nothing is done until {@link #resume}. */
    void rest() {
        resting = true;
    }

    /** Whether the world has come back and does not act yet: what goes out of the process is to wait. */
    public boolean isResting() {
        return resting;
    }

    /**
     * Does what fell due while the process was down, in order and each thing at its own instant, as it would have been
     * done; what goes out of the process is left for {@link #resume}.
     */
    void catchUp() {
        synchronized (moving) {
            Instant now = clock.instant();
            if (clock.mode() == SandboxClock.Mode.REAL) {
                List<TaskQueue.Task> later = new ArrayList<>();
                for (var next = tasks.takeNext(now); next.isPresent(); next = tasks.takeNext(now)) {
                    TaskQueue.Task task = next.get();
                    if (actions.isOutgoing(task.what())) {
                        later.add(task);
                    } else {
                        clock.during(task.due(), () -> {
                            var unused = perform(task);
                        });
                    }
                }
                tasks.putBack(later);
            }
        }
    }

    /** The world acts again: what is due now is begun. */
    public void resume() {
        resting = false;
        runDue();
    }

    /** Later by {@code step}, and all that falls due on the way done. */
    public List<DueEvent> advance(Duration step) {
        synchronized (moving) {
            return told(forward(clock.instant().plus(step)));
        }
    }

    /** Frozen at {@code target}, having passed through all that lies before it; going back undoes nothing. */
    public List<DueEvent> freezeAt(Instant target) {
        synchronized (moving) {
            List<DueEvent> fired = reach(target);
            clock.freeze(target);
            return told(fired);
        }
    }

    /** Runs on from the machine's time. */
    public List<DueEvent> run(Instant machineTime) {
        synchronized (moving) {
            List<DueEvent> fired = reach(machineTime);
            clock.run();
            rearm();
            return told(fired);
        }
    }

    /** The world was deleted: tasks that are still due are not run. */
    void end() {
        tasks.close();
        rearm();
    }

    /** Begins what is due now, and waits for none of it. */
    public void runDue() {
        synchronized (moving) {
            List<DueEvent> begun = new ArrayList<>();
            tasks.takeDue(clock.instant()).forEach(task -> {
                var unused = begin(task);
                begun.add(new DueEvent(task.due(), task.what(), task.id(), true));
            });
            rearm();
            if (!begun.isEmpty()) {
                moves.tell(begun);
            }
        }
    }

    /** What falls due next if nobody acts, in order: tasks, and what time alone does to the parts. */
    public List<DueEvent> upcoming(int most) {
        Instant now = clock.instant();
        return Stream.concat(
                        tasks.all().stream().map(task -> DueEvent.done(task.due(), task.what(), task.id())),
                        parts.get().stream().flatMap(part -> part.lapsed(now, LATEST).stream()))
                .filter(event -> event.at().isAfter(now))
                .sorted(Comparator.comparing(DueEvent::at))
                .limit(most)
                .toList();
    }

    /** Tells what fell due, each time the clock is moved by hand or something fell due by itself. */
    public Watchers<List<DueEvent>> moves() {
        return moves;
    }

    private List<DueEvent> told(List<DueEvent> fired) {
        moves.tell(fired);
        return fired;
    }

    private List<DueEvent> reach(Instant target) {
        Instant now = clock.instant();
        if (target.isBefore(now)) {
            parts.get().forEach(part -> part.settle(now));
            return List.of();
        }
        return forward(target);
    }

    private List<DueEvent> forward(Instant target) {
        Instant start = clock.instant();
        List<DueEvent> fired = new ArrayList<>();
        for (var next = tasks.takeNext(target); next.isPresent(); next = tasks.takeNext(target)) {
            stepTo(next.get().due());
            fired.add(perform(next.get()));
        }
        stepTo(target);
        Stream<DueEvent> lapsed = parts.get().stream().flatMap(part -> part.lapsed(start, target).stream());
        rearm();
        return Stream.concat(fired.stream(), lapsed)
                .sorted(Comparator.comparing(DueEvent::at))
                .toList();
    }

    private void stepTo(Instant instant) {
        Duration step = Duration.between(clock.instant(), instant);
        if (step.compareTo(Duration.ZERO) > 0) {
            clock.step(step);
        }
    }

    private DueEvent perform(TaskQueue.Task task) {
        try {
            begin(task).toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillUnderWay) {
            return new DueEvent(task.due(), task.what(), task.id(), true);
        } catch (ExecutionException failed) {
            return DueEvent.done(task.due(), task.what() + ".failed", task.id());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new DueEvent(task.due(), task.what(), task.id(), true);
        }
        return DueEvent.done(task.due(), task.what(), task.id());
    }

    private static CompletionStage<?> begin(TaskQueue.Task task) {
        try {
            return task.work().get();
        } catch (RuntimeException bug) {
            return CompletableFuture.failedStage(bug);
        }
    }

    /** The clock has moved, or what was due is done: the alarm is set anew. */
    private void rearm() {
        synchronized (arming) {
            armed.ifPresent(alarmed -> alarmed.off().run());
            boolean runs = clock.mode() == SandboxClock.Mode.REAL && !resting;
            armed = runs ? tasks.nextDue().map(this::arm) : Optional.empty();
        }
    }

    /** Something was added: one alarm at a time, for what is due first. */
    private void rearmIfSooner(Instant due) {
        synchronized (arming) {
            if (armed.isEmpty() || due.isBefore(armed.get().due())) {
                rearm();
            }
        }
    }

    private Wakeup arm(Instant due) {
        Duration delay = Duration.between(clock.instant(), due);
        return new Wakeup(due, alarm.wakeAfter(delay.isNegative() ? Duration.ZERO : delay, this::runDue));
    }
}
