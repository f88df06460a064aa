package kz.paysandbox.emulator.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldPart;
import kz.paysandbox.emulator.core.desk.WorldDesk;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/** The scenario that is being played in a world, one at a time. What its acts do takes no lock of the play. */
public final class ScenarioPlayer implements WorldPart {

    /** Of two that begin at once the second takes back what the first set, and not what it found set by it. */
    private final Object beginning = new Object();

    private Optional<ScenarioRun> current = Optional.empty();

    private final World world;
    private final Supplier<WorldDesk> desk;
    private final ChangeSignal signal = new ChangeSignal();
    private final ChangeSignal counting = new ChangeSignal();
    private long runs;

    /**
     * How many scenarios were begun in a world.
     *
     * @param runs the next one's number follows
     */
    private record Count(long runs) {}

    private ScenarioPlayer(World world, Supplier<WorldDesk> desk) {
        this.world = world;
        this.desk = desk;
        for (ActKind kind : ActKind.values()) {
            world.timeline().action(action(kind), (scenario, step) -> performed(step));
        }
    }

    /**
     * Its place in every world.
     *
     * @param desk through which its acts are done
     */
    public static Slot<ScenarioPlayer> slot(Supplier<WorldDesk> desk) {
        return new Slot<>(ScenarioPlayer.class, world -> new ScenarioPlayer(world, desk));
    }

    private static String action(ActKind kind) {
        return "scenario." + kind.key();
    }

    /** A step of a run that was ended meanwhile is not done. */
    private CompletionStage<?> performed(String step) {
        int blank = step.indexOf(' ');
        long number = Long.parseLong(step.substring(0, blank));
        playing()
                .filter(run -> run.number() == number)
                .ifPresent(run -> run.performStep(Integer.parseInt(step.substring(blank + 1))));
        return CompletableFuture.completedStage(step);
    }

    /** Ends what is being played, does the opening, and puts the timeline on the world's clock. */
    public Progress begin(Scenario scenario) {
        synchronized (beginning) {
            return begun(scenario);
        }
    }

    private Progress begun(Scenario scenario) {
        end();
        world.timeline().advance(scenario.start().ahead());
        ScenarioRun run = new ScenarioRun(nextNumber(), scenario, world, desk.get(), this::changing);
        var unused = swap(Optional.of(run));
        Instant begun = world.now();
        scenario.opening().forEach(run::perform);
        for (int index = 0; index < scenario.timeline().size(); index++) {
            Step step = scenario.timeline().get(index);
            if (step.at().isZero()) {
                run.perform(step.act());
            } else {
                world.timeline()
                        .at(
                                begun.plus(step.at()),
                                action(step.act().kind()),
                                scenario.name(),
                                run.number() + " " + index);
            }
        }
        return run.progress();
    }

    private synchronized long nextNumber() {
        counting.changing(SingleValue.KEY);
        return ++runs;
    }

    private void changing() {
        signal.changing(SingleValue.KEY);
    }

    @Override
    public PartState state() {
        return PartState.of(
                StateTable.of("scenario.count", Count.class, new SingleValue<>(counting, this::count, this::restore)),
                StateTable.of(
                        "scenario.run",
                        RunState.class,
                        new KeyedValues<>(
                                signal,
                                key -> playing().map(ScenarioRun::state),
                                () -> playing().isPresent() ? List.of(SingleValue.KEY) : List.of(),
                                this::restore)));
    }

    private synchronized Count count() {
        return new Count(runs);
    }

    private synchronized void restore(Count kept) {
        runs = kept.runs();
    }

    private void restore(RunState kept) {
        var unused = swap(Optional.of(new ScenarioRun(kept, world, desk.get(), this::changing)));
    }

    /** Ends what is being played; false where there is nothing. */
    public boolean end() {
        Optional<ScenarioRun> run = swap(Optional.empty());
        run.ifPresent(ScenarioRun::end);
        return run.isPresent();
    }

    public Optional<Progress> progress() {
        return playing().map(ScenarioRun::progress);
    }

    private synchronized Optional<ScenarioRun> playing() {
        return current;
    }

    private synchronized Optional<ScenarioRun> swap(Optional<ScenarioRun> next) {
        changing();
        Optional<ScenarioRun> before = current;
        current = next;
        return before;
    }

    @Override
    public List<DueEvent> lapsed(Instant after, Instant until) {
        return List.of();
    }

    @Override
    public void settle(Instant until) {
        // all it does is on the timeline, and what the timeline has done is done
    }
}
