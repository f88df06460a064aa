package kz.paysandbox.emulator.core.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a fault does to one call. Several together are one misbehaviour: the wait first, then whether the call is applied,
 * then what becomes of its answer.
 *
 * @param delay real time to wait before anything else
 * @param answer what is answered instead of applying the call
 * @param ending what becomes of the answer of a call that was applied
 * @param bytesPerSecond how slowly the answer is written; 0 for at once
 * @param refusesHandshake whether connections are refused before there is a call
 * @param replaced members of a JSON answer, by name, with the texts that stand there instead of their values
 */
public record Effect(
        Duration delay,
        Optional<Answer> answer,
        Ending ending,
        int bytesPerSecond,
        boolean refusesHandshake,
        Map<String, String> replaced) {

    public Effect {
        replaced = Map.copyOf(replaced);
    }

    /** Replaces nothing. */
    public Effect(
            Duration delay, Optional<Answer> answer, Ending ending, int bytesPerSecond, boolean refusesHandshake) {
        this(delay, answer, ending, bytesPerSecond, refusesHandshake, Map.of());
    }

    /** The call is not applied, and this is answered. */
    public record Answer(Kind kind, long code) {

        /** What the code is. */
        public enum Kind {
            /** Kaspi Pay's StatusCode. */
            STATUS_CODE,
            /** An HTTP status with an empty body. */
            HTTP,
            /** Halyk ePay's reason code. */
            REASON_CODE,
            /** None: the connection is closed without a word. */
            DROP
        }
    }

    /** What becomes of the answer; the call was applied. */
    public enum Ending {
        WHOLE,
        /** Closed without a word: applied, and the client never hears. */
        DROPPED,
        /** Reset in the middle of it. */
        RESET,
        /** Closed after half of it. */
        TRUNCATED,
        MALFORMED,
        EMPTY,
        /** A proxy's page in its place. */
        HTML
    }

    /** Does nothing. */
    public static final Effect NONE = new Effect(Duration.ZERO, Optional.empty(), Ending.WHOLE, 0, false);

    public static Effect answering(Answer.Kind kind, long code) {
        return new Effect(Duration.ZERO, Optional.of(new Answer(kind, code)), Ending.WHOLE, 0, false);
    }

    public static Effect ending(Ending ending) {
        return new Effect(Duration.ZERO, Optional.empty(), ending, 0, false);
    }
}
