package kz.paysandbox.gateway.payment;

import java.util.function.Function;

/**
 * What a use case gives: a value, or a refusal.
 *
 * @param <T> the value
 */
public sealed interface Result<T> {
    /** The value. */
    record Ok<T>(T value) implements Result<T> {}

    /** The refusal. */
    record Refused<T>(Refusal refusal) implements Result<T> {}

    /** A value. */
    static <T> Result<T> of(T value) {
        return new Ok<>(value);
    }

    /** A refusal. */
    static <T> Result<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** A refusal of ours. */
    static <T> Result<T> refused(RefusalCode code, String detail) {
        return new Refused<>(Refusal.of(code, detail));
    }

    /** Handles both. */
    default <R> R fold(Function<? super T, ? extends R> ok, Function<? super Refusal, ? extends R> refused) {
        if (this instanceof Ok<T> given) {
            return ok.apply(given.value());
        }
        return refused.apply(((Refused<T>) this).refusal());
    }

    /** The next step, if there is a value. */
    default <R> Result<R> then(Function<? super T, Result<R>> next) {
        return fold(next, Result::refused);
    }

    /** The value made into another. */
    default <R> Result<R> map(Function<? super T, ? extends R> make) {
        return fold(value -> Result.of(make.apply(value)), Result::refused);
    }
}
