package kz.paysandbox.adapters.money;

import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.NotCarriedOut;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;

/**
 * What is known about a call that moves money. There are three answers, not two: an {@link Unknown} must be looked into
 * by a person or a later status query, and never repeated blindly.
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

    /** Nobody knows yet; the finding says what was looked at and what to do. */
    static <T> MoneyAnswer<T> unknown(PaymentException reason, String finding) {
        return new Unknown<>(reason, finding);
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

    /** May be carried out: what failed, and what the reconciliation found. */
    record Unknown<T>(PaymentException reason, String finding) implements MoneyAnswer<T> {
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
