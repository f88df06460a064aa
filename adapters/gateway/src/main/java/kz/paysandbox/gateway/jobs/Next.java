package kz.paysandbox.gateway.jobs;

import java.time.Instant;
import java.util.Optional;

/** What becomes of a job after it was done once. */
public sealed interface Next {
    /** Its row goes. */
    Next DONE = new Done();

    /** Nothing is left to do. */
    record Done() implements Next {}

    /**
     * It is to be done again.
     *
     * @param due when
     * @param attempt how many tries in a row failed
     */
    record At(Instant due, int attempt) implements Next {}

    /** Again at that time, after a success. */
    static Next at(Instant due) {
        return new At(due, 0);
    }

    /** Again at that time after a success, or never. */
    static Next of(Optional<Instant> due) {
        return due.map(Next::at).orElse(DONE);
    }
}
