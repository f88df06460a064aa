package kz.paysandbox.emulator.core;

import java.util.Optional;
import java.util.function.Function;

/**
 * The answer to a request that may be refused: what it led to, or why not. An expected refusal is a value; an exception
 * is a bug.
 *
 * @param <T> what it led to
 * @param <R> the reason of a refusal
 */
public sealed interface Outcome<T, R> {

    /** Achieved. */
    record Ok<T, R>(T result) implements Outcome<T, R> {
        @Override
        public <X> X fold(Function<? super T, ? extends X> ok, Function<? super R, ? extends X> refused) {
            return ok.apply(result);
        }
    }

    /** Refused, and nothing was changed. */
    record Refused<T, R>(R reason) implements Outcome<T, R> {
        @Override
        public <X> X fold(Function<? super T, ? extends X> ok, Function<? super R, ? extends X> refused) {
            return refused.apply(reason);
        }
    }

    static <T, R> Outcome<T, R> ok(T value) {
        return new Ok<>(value);
    }

    static <T, R> Outcome<T, R> refused(R reason) {
        return new Refused<>(reason);
    }

    /** One of the two functions is applied; both must be given, so no case is forgotten. */
    <X> X fold(Function<? super T, ? extends X> ok, Function<? super R, ? extends X> refused);

    default <X> Outcome<X, R> map(Function<? super T, ? extends X> next) {
        return fold(value -> ok(next.apply(value)), Outcome::refused);
    }

    default <X> Outcome<X, R> flatMap(Function<? super T, Outcome<X, R>> next) {
        return fold(next, Outcome::refused);
    }

    default Optional<T> value() {
        return fold(Optional::of, reason -> Optional.empty());
    }

    default Optional<R> refusal() {
        return fold(value -> Optional.empty(), Optional::of);
    }
}
