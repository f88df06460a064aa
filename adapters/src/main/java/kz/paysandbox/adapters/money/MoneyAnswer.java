package kz.paysandbox.adapters.money;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.NotCarriedOut;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;

/**
 * The answer to a call that moves money: applied, not applied, or unknown. Applied and not applied are proofs: the
 * bank's own words about this very operation, a state that excludes it, or the certainty that nothing was sent.
 * Everything else is {@link Unknown}: look again later ({@link Unknown#recheck}) or ask a person, and never repeat it
 * blindly.
 *
 * @param <T> what the bank gave for an applied call
 */
public sealed interface MoneyAnswer<T> {
    /** Handles all three answers. */
    <R> R fold(
            Function<? super Applied<T>, ? extends R> applied,
            Function<? super NotApplied<T>, ? extends R> notApplied,
            Function<? super Unknown<T>, ? extends R> unknown);

    /**
     * The applied value, or the failure as an exception, for callers who treat both other answers alike. The exception
     * holds the finding, its cause is the reason, and its effect is NONE for not applied and POSSIBLE for unknown,
     * whatever the reason's own effect was.
     *
     * @throws PaymentException when the call was not applied, or nobody knows
     */
    default T orThrow() {
        return fold(
                Applied::value,
                no -> {
                    throw no.failure();
                },
                unknown -> {
                    throw unknown.failure();
                });
    }

    /** The applied value, if the call was applied. */
    default Optional<T> ifApplied() {
        return fold(yes -> Optional.of(yes.value()), no -> Optional.empty(), unknown -> Optional.empty());
    }

    /** Which of the three, for logs and tables. */
    default Settlement settlement() {
        return fold(yes -> Settlement.APPLIED, no -> Settlement.NOT_APPLIED, unknown -> Settlement.UNKNOWN);
    }

    /** The call was carried out, and what it gave. */
    static <T> MoneyAnswer<T> applied(T value) {
        return new Applied<>(value);
    }

    /** The call was not carried out; it may be made again once the reason is mended. */
    static <T> MoneyAnswer<T> notApplied(PaymentException reason, String finding) {
        return new NotApplied<>(reason, finding);
    }

    /** Nobody knows, and there is nothing to look at; the finding says what to do. */
    static <T> MoneyAnswer<T> unknown(PaymentException reason, String finding) {
        return new Unknown<>(reason, finding, Optional.empty());
    }

    /** Nobody knows yet; the finding says what was seen, and the look can be made again later. */
    static <T> MoneyAnswer<T> unknown(PaymentException reason, String finding, Supplier<MoneyAnswer<T>> look) {
        return new Unknown<>(reason, finding, Optional.of(look));
    }

    /**
     * The same answer, whose finding begins with whom it is about; an applied answer says so by its value.
     *
     * @param subject no secret, as {@code organisation 180340021791}
     */
    default MoneyAnswer<T> about(String subject) {
        return fold(
                applied -> this,
                no -> new NotApplied<>(no.reason(), subject + ": " + no.finding()),
                unknown -> new Unknown<>(
                        unknown.reason(),
                        subject + ": " + unknown.finding(),
                        unknown.look().map(look -> () -> look.get().about(subject))));
    }

    /** Carried out. */
    record Applied<T>(T value) implements MoneyAnswer<T> {
        @Override
        public <R> R fold(
                Function<? super Applied<T>, ? extends R> applied,
                Function<? super NotApplied<T>, ? extends R> notApplied,
                Function<? super Unknown<T>, ? extends R> unknown) {
            return applied.apply(this);
        }
    }

    /** Not carried out, why, and how that is known. */
    record NotApplied<T>(PaymentException reason, String finding) implements MoneyAnswer<T> {
        private PaymentException failure() {
            return reason.effect() == Effect.NONE ? reason.withFinding(finding) : NotCarriedOut.proved(reason, finding);
        }

        @Override
        public <R> R fold(
                Function<? super Applied<T>, ? extends R> applied,
                Function<? super NotApplied<T>, ? extends R> notApplied,
                Function<? super Unknown<T>, ? extends R> unknown) {
            return notApplied.apply(this);
        }
    }

    /**
     * May be carried out.
     *
     * @param reason what failed
     * @param finding what the books showed, and what to do
     * @param look looks into the books once more; empty where the bank's books offer nothing to look at
     */
    record Unknown<T>(PaymentException reason, String finding, Optional<Supplier<MoneyAnswer<T>>> look)
            implements MoneyAnswer<T> {
        /**
         * Looks into the books once more, at once, with what they showed before the call still in mind. Nothing is sent
         * again. Call it when something happened (a person asked, a callback came, some minutes passed), not in a loop.
         *
         * @return applied or not applied, if the books now prove it; else unknown, with the newer finding
         */
        public MoneyAnswer<T> recheck() {
            return look.map(Supplier::get).orElse(this);
        }

        @Override
        public String toString() {
            return "Unknown[reason=" + reason + ", finding=" + finding + "]";
        }

        private PaymentException failure() {
            return reason.effect() == Effect.POSSIBLE
                    ? reason.withFinding(finding)
                    : OutcomeUnknown.unsettled(reason, finding);
        }

        @Override
        public <R> R fold(
                Function<? super Applied<T>, ? extends R> applied,
                Function<? super NotApplied<T>, ? extends R> notApplied,
                Function<? super Unknown<T>, ? extends R> unknown) {
            return unknown.apply(this);
        }
    }
}
