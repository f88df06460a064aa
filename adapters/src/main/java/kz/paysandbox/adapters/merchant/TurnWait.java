package kz.paysandbox.adapters.merchant;

import java.time.Clock;
import java.time.Duration;
import kz.paysandbox.adapters.transport.Sleeper;

/** The waiting for a call that another thread or process has under way with the same order or payment. */
record TurnWait(Clock clock, Sleeper sleeper) {
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
        return line.state().underWay(line.startedAt(), clock.instant());
    }
}
