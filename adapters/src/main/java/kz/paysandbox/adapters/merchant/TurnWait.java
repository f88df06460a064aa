package kz.paysandbox.adapters.merchant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.adapters.transport.Sleeper;

/**
 * The waiting for a call that another thread or process has under way with the same order or payment.
 *
 * @param longest how long a started line is somebody's
 */
record TurnWait(Clock clock, Sleeper sleeper, Duration longest) {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MOST = 150;

    TurnWait(Clock clock, Sleeper sleeper) {
        this(clock, sleeper, LineState.LONGEST_CALL);
    }

    /** With another time after which a started line is nobody's. */
    TurnWait abandonedAfter(Duration other) {
        return new TurnWait(clock, sleeper, LineState.checked(other));
    }

    /**
     * Waits a little, if the call may still be under way.
     *
     * @param looks how often this caller has waited; at most 150 times, 30 s in all
     * @return whether it is worth looking again
     */
    boolean waited(LogEntry other, int looks) {
        if (!underWay(other) || looks >= MOST) {
            return false;
        }
        try {
            sleeper.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Who began at this instant or before, and has not ended, does not come back. */
    Instant abandonedUntil() {
        return clock.instant().minus(longest);
    }

    /** Whether a process may still be busy with this line. */
    boolean underWay(LogEntry line) {
        return line.state().underWay(line.startedAt(), clock.instant(), longest);
    }
}
