package kz.paysandbox.emulator.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.WorldDesk;

/** One playing of a scenario, from its beginning until it is ended. */
final class ScenarioRun {

    private final long number;
    private final Scenario scenario;
    private final World world;
    private final ScenarioContext context;
    private final Instant begun;
    private final Runnable changing;
    private final List<Progress.DoneStep> done = new ArrayList<>();
    private boolean ended;

    /**
     * @param number of the run in its world
     * @param changing is run before something of it changes
     */
    ScenarioRun(long number, Scenario scenario, World world, WorldDesk desk, Runnable changing) {
        this.number = number;
        this.scenario = scenario;
        this.world = world;
        this.context = new ScenarioContext(world, desk);
        this.begun = world.now();
        this.changing = changing;
    }

    /** One that was being played when the process ended. */
    ScenarioRun(RunState kept, World world, WorldDesk desk, Runnable changing) {
        this.number = kept.number();
        this.scenario = kept.scenario();
        this.world = world;
        this.context = new ScenarioContext(world, desk, kept.set());
        this.begun = kept.begun();
        this.changing = changing;
        this.done.addAll(kept.done());
    }

    long number() {
        return number;
    }

    /** Does a step of its timeline, unless it has none of this index. */
    void performStep(int index) {
        if (index < scenario.timeline().size()) {
            perform(scenario.timeline().get(index).act());
        }
    }

    /** Does an act, unless the run was ended before its time came. */
    void perform(Act act) {
        if (hasEnded()) {
            return;
        }
        note(act, act.perform(context));
        if (hasEnded()) {
            var unused = context.clearFaults(ScenarioContext.ALL_FAULTS);
        }
    }

    synchronized Progress progress() {
        return new Progress(scenario, begun, done, scenario.timeline().size());
    }

    /** As it is kept outside the process. */
    synchronized RunState state() {
        return new RunState(number, scenario, begun, done, context.set());
    }

    /** Takes back what it set. */
    void end() {
        finish();
        context.restore();
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized void finish() {
        ended = true;
    }

    private synchronized void note(Act act, Outcome<String, String> outcome) {
        changing.run();
        done.add(new Progress.DoneStep(world.now(), act, outcome));
    }
}
