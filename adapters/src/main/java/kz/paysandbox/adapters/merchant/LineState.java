package kz.paysandbox.adapters.merchant;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import kz.paysandbox.adapters.money.Settlement;

/** The state of a logged operation ({@code payment_log.status}, {@code epay_refund.status}). */
public enum LineState {
    /** Written before the call; if it stays, the program never came back to it. */
    STARTED,
    /** The bank carried it out. */
    APPLIED,
    /** It was certainly not carried out. */
    NOT_APPLIED,
    /** Nobody knows yet. */
    UNKNOWN,
    /** A state could not be read. */
    FAILED;

    /**
     * Longer than any call takes, where the caller does not know better: a line that was started before is one that
     * nobody comes back to.
     */
    public static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    /** The state of a line whose call, or a later look, has this settlement. */
    public static LineState of(Settlement settlement) {
        return valueOf(settlement.name());
    }

    /**
     * The state of a stored word.
     *
     * @throws IllegalArgumentException when it is none of {@link #word}
     */
    public static LineState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** As it is stored: the name in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody has to look what became of it. */
    public boolean unsettled() {
        return this == STARTED || this == UNKNOWN;
    }

    /**
     * Whether a process may still be busy with a line of this state.
     *
     * @param longest how long a call may take, as {@link #LONGEST_CALL}
     */
    public boolean underWay(Instant startedAt, Instant now, Duration longest) {
        return this == STARTED && startedAt.plus(longest).isAfter(now);
    }

    /**
     * Checks how long a call may take.
     *
     * @throws IllegalArgumentException when it is not from zero to a day
     */
    public static Duration checked(Duration longest) {
        if (longest.isNegative() || longest.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("a call takes from nothing to a day, not " + longest);
        }
        return longest;
    }
}
