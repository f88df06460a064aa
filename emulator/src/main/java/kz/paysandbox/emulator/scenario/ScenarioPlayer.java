package kz.paysandbox.emulator.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldPart;
import kz.paysandbox.emulator.core.desk.WorldDesk;

/** The scenario that is being played in a world, one at a time. What its acts do takes no lock of the play. */
public final class ScenarioPlayer implements WorldPart {

    /** Of two that begin at once the second takes back what the first set, and not what it found set by it. */
    private final Object beginning = new Object();

    private Optional<ScenarioRun> current = Optional.empty();

    /** Its place in every world. */
    public static Slot<ScenarioPlayer> slot() {
        return new Slot<>(ScenarioPlayer.class, world -> new ScenarioPlayer());
    }

    /** Ends what is being played, does the opening, and puts the timeline on the world's clock. */
    public Progress begin(World world, Scenario scenario, WorldDesk desk) {
        synchronized (beginning) {
            return begun(world, scenario, desk);
        }
    }

    private Progress begun(World world, Scenario scenario, WorldDesk desk) {
        end();
        world.timeline().advance(scenario.start().ahead());
        ScenarioRun run = new ScenarioRun(scenario, world, desk);
        var unused = swap(Optional.of(run));
        Instant begun = world.now();
        scenario.opening().forEach(run::perform);
        for (Step step : scenario.timeline()) {
            if (step.at().isZero()) {
                run.perform(step.act());
            } else {
                world.timeline()
                        .at(
                                begun.plus(step.at()),
                                "scenario." + step.act().kind().key(),
                                scenario.name(),
                                () -> {
                                    run.perform(step.act());
                                    return CompletableFuture.completedStage(step);
                                });
            }
        }
        return run.progress();
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
