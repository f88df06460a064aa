package kz.paysandbox.emulator.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.desk.CallbackChange;

/**
 * A scenario that is being played, as it is kept outside the process.
 *
 * @param number of the run in its world
 * @param done what was tried so far
 */
record RunState(long number, Scenario scenario, Instant begun, List<Progress.DoneStep> done, Set set) {

    RunState {
        done = List.copyOf(done);
    }

    /**
     * What a run has set, and how it was before.
     *
     * @param customer before it
     * @param callbacks how they were delivered before it changed that; empty where it did not
     * @param faults ids of those that it has made
     */
    record Set(CustomerMode customer, Optional<CallbackChange> callbacks, List<String> faults) {
        Set {
            faults = List.copyOf(faults);
        }
    }
}
