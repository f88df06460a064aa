package kz.paysandbox.emulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.WorldDesk;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.faults.FaultRule;

/** The world that one run of a scenario acts in, and what the run has set there. */
final class ScenarioContext {

    /** The name under which all faults of a scenario are meant. */
    static final String ALL_FAULTS = "all";

    private final World world;
    private final WorldDesk desk;
    private final CustomerMode customerBefore;
    private final List<String> faults = new ArrayList<>();
    private Optional<CallbackChange> callbacksBefore = Optional.empty();

    ScenarioContext(World world, WorldDesk desk) {
        this.world = world;
        this.desk = desk;
        this.customerBefore = world.customer();
    }

    /** Of a run that was begun before the process was started anew. */
    ScenarioContext(World world, WorldDesk desk, RunState.Set set) {
        this.world = world;
        this.desk = desk;
        this.customerBefore = set.customer();
        this.faults.addAll(set.faults());
        this.callbacksBefore = set.callbacks();
    }

    /** What the run has set, and how it was before. */
    synchronized RunState.Set set() {
        return new RunState.Set(customerBefore, callbacksBefore, faults);
    }

    World world() {
        return world;
    }

    WorldDesk desk() {
        return desk;
    }

    Outcome<String, String> payment(String selector) {
        return Selector.of(desk.payments(world), selector, "payment");
    }

    Outcome<String, String> device(String selector) {
        return Selector.of(desk.devices(world), selector, "device");
    }

    /** The certificates that the world's applications may hold: its own, and the default world's two from the folder. */
    List<String> certificates(String selector) {
        return selector.equals("own") ? List.of(world.name(), "merchant", "partner") : List.of(selector);
    }

    Outcome<Fault, Conflict> addFault(FaultRule rule) {
        Outcome<Fault, Conflict> added = desk.addFault(world, rule);
        added.value().ifPresent(this::remember);
        return added;
    }

    Optional<Conflict> changeCallbacks(CallbackChange change) {
        rememberCallbacks();
        return desk.changeCallbacks(world, change);
    }

    /** Ends faults that it has made, by their name or {@link #ALL_FAULTS}; how many. */
    synchronized int clearFaults(String name) {
        List<String> cleared = world.faults().entries().stream()
                .map(FaultBook.Entry::fault)
                .filter(fault -> faults.contains(fault.id()))
                .filter(fault -> name.equals(ALL_FAULTS) || fault.name().equals(name))
                .map(Fault::id)
                .toList();
        cleared.forEach(world.faults()::remove);
        return cleared.size();
    }

    /** Takes back what was set: faults, the customer, the callbacks as they were before. What has happened stays happened. */
    void restore() {
        var unused = clearFaults(ALL_FAULTS);
        world.customer(customerBefore);
        callbacksBefore().ifPresent(before -> {
            var unusedRefusal = desk.changeCallbacks(world, before);
        });
    }

    private synchronized void remember(Fault fault) {
        faults.add(fault.id());
    }

    private synchronized void rememberCallbacks() {
        if (callbacksBefore.isEmpty()) {
            callbacksBefore = desk.callbacks(world);
        }
    }

    private synchronized Optional<CallbackChange> callbacksBefore() {
        return callbacksBefore;
    }
}
