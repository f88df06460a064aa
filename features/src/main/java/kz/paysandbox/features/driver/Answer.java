package kz.paysandbox.features.driver;

import java.util.Optional;
import java.util.function.Function;

/**
 * What the shop knows after a call.
 *
 * @param code the StatusCode of a refusal, 0 otherwise
 * @param note what to tell a reader when this was not expected
 */
public record Answer<T>(Outcome outcome, long code, Optional<T> value, String note) {

    /** Money needs more answers than yes and no. */
    public enum Outcome {
        AGREED,
        REFUSED,
        /** The bank does not know the caller, or does not let it do this. */
        NOT_ADMITTED,
        /** No connection: nothing has happened. */
        NOT_CONNECTED,
        /** Sent, and no answer: it may have happened. */
        UNKNOWN,
        /** An answer that is none of the bank's. */
        NOT_UNDERSTOOD
    }

    public static <T> Answer<T> agreed(T value) {
        return new Answer<>(Outcome.AGREED, 0, Optional.of(value), String.valueOf(value));
    }

    public static <T> Answer<T> refused(long code, String note) {
        return new Answer<>(Outcome.REFUSED, code, Optional.empty(), note);
    }

    public static <T> Answer<T> failed(Outcome outcome, String note) {
        return new Answer<>(outcome, 0, Optional.empty(), note);
    }

    /** Another reading of an agreement; anything else stays what it is. */
    public <R> Answer<R> map(Function<? super T, ? extends R> reading) {
        return value.<Answer<R>>map(present -> agreed(reading.apply(present)))
                .orElseGet(() -> new Answer<>(outcome, code, Optional.empty(), note));
    }

    /** The value, for steps that take agreement for granted. */
    public T orFail() {
        return value.orElseThrow(() -> new AssertionError("the bank was to agree: " + this));
    }

    @Override
    public String toString() {
        return outcome + (code == 0 ? "" : " with code " + code) + ": " + note;
    }
}
