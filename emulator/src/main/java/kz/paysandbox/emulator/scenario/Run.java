package kz.paysandbox.emulator.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.faults.FaultBook;

/** One playing of a scenario, from its beginning until it is ended. */
final class Run {

    private final Scenario scenario;
    private final World world;
    private final Stage stage;
    private final Instant begun;
    private final CustomerMode customerBefore;
    private final List<Progress.Done> done = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private boolean callbacksChanged;
    private boolean ended;

    Run(Scenario scenario, World world, Stage stage) {
        this.scenario = scenario;
        this.world = world;
        this.stage = stage;
        this.begun = world.now();
        this.customerBefore = world.customer();
    }

    /** Does an act, unless the run was ended before its time came. */
    void perform(Act act) {
        if (hasEnded()) {
            return;
        }
        Outcome<String, String> outcome =
                act.kind() == ActKind.CLEAR_FAULTS ? cleared(act.target()) : stage.perform(world, act);
        note(act, outcome);
        if (hasEnded()) {
            clearFaults("all");
        }
    }

    synchronized Progress progress() {
        return new Progress(scenario, begun, done, scenario.timeline().size());
    }

    /** Takes back what it set: its faults, the customer, the callbacks. What has happened stays happened. */
    void end() {
        finish();
        clearFaults("all");
        world.customer(customerBefore);
        if (callbacksChanged) {
            stage.perform(world, Polite.CALLBACKS);
        }
    }

    private synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized void finish() {
        ended = true;
    }

    private synchronized void note(Act act, Outcome<String, String> outcome) {
        done.add(new Progress.Done(world.now(), act, outcome));
        callbacksChanged |= act.kind() == ActKind.CALLBACKS;
        if (act.kind() == ActKind.FAULT) {
            outcome.achieved().ifPresent(faults::add);
        }
    }

    /** Ending nothing under a name is no success: the fault that was meant is not there. */
    private Outcome<String, String> cleared(String name) {
        int ended = clearFaults(name);
        return ended == 0 && !name.equals("all")
                ? Outcome.refused("no fault of this scenario has the name " + name + " now")
                : Outcome.ok(ended + " faults ended");
    }

    private synchronized int clearFaults(String name) {
        List<String> cleared = world.faults().entries().stream()
                .map(FaultBook.Entry::fault)
                .filter(fault -> faults.contains(fault.id()))
                .filter(fault -> name.equals("all") || fault.name().equals(name))
                .map(fault -> fault.id())
                .toList();
        cleared.forEach(world.faults()::remove);
        return cleared.size();
    }
}
