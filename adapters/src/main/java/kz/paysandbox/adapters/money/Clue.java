package kz.paysandbox.adapters.money;

import java.util.Optional;

/**
 * What one look at the bank's books says about a call whose answer was lost.
 *
 * @param settlement what the look proves; UNKNOWN asks for another look
 * @param atLast what it means when no look is left: UNKNOWN, or NOT_APPLIED where the books never moved
 * @param value what an applied call gave, where the look shows it
 * @param finding what was seen, in words
 * @param <T> what the bank gives for an applied call
 */
public record Clue<T>(Settlement settlement, Settlement atLast, Optional<T> value, String finding) {
    /** An applied clue has its value. */
    public Clue {
        if ((settlement == Settlement.APPLIED) != value.isPresent()) {
            throw new IllegalArgumentException("a value belongs to an applied clue, and to no other");
        }
    }

    /** The call was carried out. */
    public static <T> Clue<T> applied(T value, String finding) {
        return new Clue<>(Settlement.APPLIED, Settlement.APPLIED, Optional.of(value), finding);
    }

    /** The call was not carried out, and can no longer be. */
    public static <T> Clue<T> notApplied(String finding) {
        return new Clue<>(Settlement.NOT_APPLIED, Settlement.NOT_APPLIED, Optional.empty(), finding);
    }

    /** This look decides nothing. */
    public static <T> Clue<T> undecided(String finding) {
        return new Clue<>(Settlement.UNKNOWN, Settlement.UNKNOWN, Optional.empty(), finding);
    }

    /** The books are as before the call: look again, and believe it when they stay so through every look. */
    public static <T> Clue<T> unchanged(String finding) {
        return new Clue<>(Settlement.UNKNOWN, Settlement.NOT_APPLIED, Optional.empty(), finding);
    }
}
