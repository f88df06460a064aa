package kz.paysandbox.adapters.merchant;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import kz.paysandbox.adapters.error.NotCarriedOut;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;

/**
 * Unknown answers that can be looked into again; what a look proves is written into their line, unless somebody else has
 * settled it meanwhile: then the line answers.
 */
record Rechecks(Journal journal, Lines lines, Settlements settlements) {
    /**
     * An answer whose line is completed.
     *
     * @param end what the line says once the answer is known
     * @param present what a line, as it is then, answers
     */
    <T> MoneyAnswer<T> of(
            long line,
            MoneyAnswer<T> answer,
            Function<MoneyAnswer<T>, LineEnd> end,
            Function<Line, MoneyAnswer<T>> present) {
        return answer.fold(
                yes -> answer,
                no -> answer,
                unknown -> MoneyAnswer.unknown(unknown.reason(), unknown.finding(), () -> {
                    MoneyAnswer<T> now = unknown.recheck();
                    if (now.settlement() == Settlement.UNKNOWN) {
                        return resolved(line, present);
                    }
                    return journal.settle(line, end.apply(now))
                            ? now
                            : present.apply(lines.line(line).orElseThrow());
                }));
    }

    /** The answer of a line that another call began, when it is not applied. */
    <T> MoneyAnswer<T> of(Line line, String what, Function<Line, MoneyAnswer<T>> present) {
        LogEntry entry = line.entry();
        OutcomeUnknown first = OutcomeUnknown.lost(
                "see line " + entry.id(), what + " '" + entry.externalId().orElse("") + "' was asked for before", null);
        if (entry.state() == LineState.NOT_APPLIED) {
            String found = entry.error().orElse("");
            return MoneyAnswer.notApplied(NotCarriedOut.proved(first, found), found);
        }
        return MoneyAnswer.unknown(
                first,
                "it is " + entry.state().word() + " since " + entry.startedAt() + ": resolve or settle line "
                        + entry.id() + " of payment_log, no second one was sent; "
                        + entry.error().orElse(""),
                () -> resolved(entry.id(), present));
    }

    private <T> MoneyAnswer<T> resolved(long line, Function<Line, MoneyAnswer<T>> present) {
        settlements.resolve(line);
        return present.apply(lines.line(line).orElseThrow());
    }

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
}
