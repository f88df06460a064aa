package kz.paysandbox.emulator.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.WorldDesk;

/** One playing of a scenario, from its beginning until it is ended. */
final class ScenarioRun {

    private final Scenario scenario;
    private final World world;
    private final ScenarioContext context;
    private final Instant begun;
    private final List<Progress.DoneStep> done = new ArrayList<>();
    private boolean ended;

    ScenarioRun(Scenario scenario, World world, WorldDesk desk) {
        this.scenario = scenario;
        this.world = world;
        this.context = new ScenarioContext(world, desk);
        this.begun = world.now();
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
        done.add(new Progress.DoneStep(world.now(), act, outcome));
    }
}
