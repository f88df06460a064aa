package kz.paysandbox.emulator.core;

import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.state.PartState;

/**
 * The part of a world that a bank keeps. Its states follow from facts and an instant, so it is only asked what time
 * has done.
 */
public interface WorldPart {

    /** What lapsed by time alone after the first instant and up to the second, in any order. */
    List<DueEvent> lapsed(Instant after, Instant until);

    /** Turns what has lapsed by this instant into facts: the clock is about to go back, and what happened stays happened. */
    void settle(Instant until);

    /** What of it outlives the process. */
    default PartState state() {
        return PartState.NONE;
    }

    /** Everything in the world has come back: what follows from it is made anew. */
    default void restored() {}
}
