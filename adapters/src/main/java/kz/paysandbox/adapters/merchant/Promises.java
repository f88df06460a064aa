package kz.paysandbox.adapters.merchant;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import kz.paysandbox.adapters.money.Assumption;

/**
 * What a caller promises for late looks at the books.
 *
 * @param assumptions what is assumed
 * @param unchangedAfter how old a refund must be before unchanged books say that it was not applied
 */
record Promises(Set<Assumption> assumptions, Duration unchangedAfter) {
    /** Nothing is promised. */
    static final Promises NONE = new Promises(Set.of(), Duration.ZERO);

    /** Copies the set; an age is not negative. */
    Promises {
        assumptions = Set.copyOf(assumptions);
        if (unchangedAfter.isNegative()) {
            throw new IllegalArgumentException("a refund is not judged before it was made");
        }
    }

    Promises of(Assumption... promised) {
        return new Promises(Set.of(promised), unchangedAfter);
    }

    Promises after(Duration age) {
        return new Promises(assumptions, age);
    }

    boolean soleOperator() {
        return assumptions.contains(Assumption.SOLE_OPERATOR);
    }

    /** Whether a refund of that time that the books do not show was not applied. */
    boolean unchangedMeansNot(Instant startedAt, Instant now) {
        return assumptions.contains(Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED)
                && !now.isBefore(startedAt.plus(unchangedAfter));
    }
}
