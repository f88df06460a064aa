package kz.paysandbox.adapters.money;

import java.util.Optional;

/**
 * The result of one look at the bank's books says about a call whose answer was lost or proves nothing.
 *
 * @param settlement what the look proves; UNKNOWN asks for another look
 * @param unchanged whether the books are as they were before the call, which by itself proves nothing
 * @param value what an applied call gave, where the look shows it
 * @param finding what was seen, in words
 * @param <T> what the bank gives for an applied call
 */
public record Clue<T>(Settlement settlement, boolean unchanged, Optional<T> value, String finding) {
    /** An applied clue has its value. */
    public Clue {
        if ((settlement == Settlement.APPLIED) != value.isPresent()) {
            throw new IllegalArgumentException("a value belongs to an applied clue, and to no other");
        }
        if (unchanged && settlement != Settlement.UNKNOWN) {
            throw new IllegalArgumentException("books that have not moved prove nothing");
        }
    }

    /** The call was carried out. */
    public static <T> Clue<T> applied(T value, String finding) {
        return new Clue<>(Settlement.APPLIED, false, Optional.of(value), finding);
    }

    /** The call was not carried out, and can no longer be. */
    public static <T> Clue<T> notApplied(String finding) {
        return new Clue<>(Settlement.NOT_APPLIED, false, Optional.empty(), finding);
    }

    /** This look decides nothing. */
    public static <T> Clue<T> undecided(String finding) {
        return new Clue<>(Settlement.UNKNOWN, false, Optional.empty(), finding);
    }

    /** The books are as before the call; with {@link Assumption#UNCHANGED_BOOKS_MEAN_NOT_APPLIED} the last look decides. */
    public static <T> Clue<T> unchanged(String finding) {
        return new Clue<>(Settlement.UNKNOWN, true, Optional.empty(), finding);
    }
}
