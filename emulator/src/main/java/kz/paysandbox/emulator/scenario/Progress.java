package kz.paysandbox.emulator.scenario;

import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.Outcome;

/**
 * The progress of a scenario.
 *
 * @param done what was tried so far, its opening included
 * @param steps how many its timeline has
 */
public record Progress(Scenario scenario, Instant begun, List<DoneStep> done, int steps) {

    /** An act, when it was tried, and what came of it or why it could not be. */
    public record DoneStep(Instant at, Act act, Outcome<String, String> outcome) {}

    public Progress {
        done = List.copyOf(done);
    }
}
