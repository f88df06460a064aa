package kz.paysandbox.adapters.merchant;

import java.time.Clock;
import java.time.Duration;
import kz.paysandbox.adapters.transport.Sleeper;

/** The waiting for a call that another thread or process has under way with the same order or payment. */
record Turns(Clock clock, Sleeper sleeper) {
    /** Longer than any call takes: a line that was started before is one that nobody comes back to. */
    static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int MOST = 150;

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

    /** Whether a process may still be busy with this line. */
    boolean underWay(LogEntry line) {
        return line.state() == LineState.STARTED
                && line.startedAt().plus(LONGEST_CALL).isAfter(clock.instant());
    }
}
