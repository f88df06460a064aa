package kz.paysandbox.emulator.scenario;

import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.Outcome;

/**
 * How far a scenario has come.
 *
 * @param done what was tried so far, its opening included
 * @param steps how many its timeline has
 */
public record Progress(Scenario scenario, Instant begun, List<Done> done, int steps) {

    /** An act, when it was tried, and what came of it or why it could not be. */
    public record Done(Instant at, Act act, Outcome<String, String> outcome) {}

    public Progress {
        done = List.copyOf(done);
    }
}
