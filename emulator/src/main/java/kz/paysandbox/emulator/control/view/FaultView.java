package kz.paysandbox.emulator.control.view;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Effect.Answer;
import kz.paysandbox.emulator.core.faults.Effect.Ending;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.faults.Match;

/**
 * A fault of a world, as it can be made again, and how often it met a call.
 *
 * @param times how often it happens: a number, or {@code always}
 * @param met calls of its kind
 * @param hits of these, those that it happened to
 */
public record FaultView(String id, String name, When when, Then then, Object times, int met, int hits) {

    /** A fault that was made. */
    public record Made(String id) {}

    /** Which calls are met; what is absent does not matter. */
    public record When(
            String endpoint,
            Optional<String> bin,
            Optional<String> deviceToken,
            Optional<BigDecimal> amount,
            Optional<String> phone,
            Optional<Map<String, String>> header,
            Optional<String> certificate,
            Optional<Integer> nth,
            Optional<Double> share) {

        static When of(Match match) {
            return new When(
                    match.endpoint(),
                    match.bin(),
                    match.deviceToken(),
                    match.amount(),
                    match.phone(),
                    given(match.headers()),
                    match.certificate(),
                    match.nth(),
                    match.share());
        }
    }

    /** What happens to them; what is absent does not. */
    public record Then(
            Optional<Duration> delay,
            Optional<Long> statusCode,
            Optional<Long> http,
            Optional<Long> reasonCode,
            Optional<String> drop,
            Optional<Boolean> reset,
            Optional<String> body,
            Optional<Map<String, String>> replace,
            Optional<Slow> slow,
            Optional<String> handshake) {

        static Then of(Effect effect) {
            Ending ending = effect.ending();
            return new Then(
                    Optional.of(effect.delay()).filter(delay -> !delay.isZero()),
                    code(effect, Answer.Kind.STATUS_CODE),
                    code(effect, Answer.Kind.HTTP),
                    code(effect, Answer.Kind.REASON_CODE),
                    code(effect, Answer.Kind.DROP)
                            .map(none -> "before")
                            .or(() -> ending == Ending.DROPPED ? Optional.of("after") : Optional.empty()),
                    ending == Ending.RESET ? Optional.of(true) : Optional.empty(),
                    switch (ending) {
                        case WHOLE, DROPPED, RESET -> Optional.empty();
                        case TRUNCATED, MALFORMED, EMPTY, HTML ->
                            Optional.of(ending.name().toLowerCase(Locale.ROOT));
                    },
                    given(effect.replaced()),
                    effect.bytesPerSecond() > 0 ? Optional.of(new Slow(effect.bytesPerSecond())) : Optional.empty(),
                    effect.refusesHandshake() ? Optional.of("refuse") : Optional.empty());
        }

        private static Optional<Long> code(Effect effect, Answer.Kind kind) {
            return effect.answer().filter(answer -> answer.kind() == kind).map(Answer::code);
        }
    }

    /** How slowly an answer is written. */
    public record Slow(int bytesPerSecond) {}

    public static FaultView of(FaultBook.Entry entry) {
        Fault fault = entry.fault();
        return new FaultView(
                fault.id(),
                fault.name(),
                When.of(fault.when()),
                Then.of(fault.then()),
                fault.times().<Object>map(times -> times).orElse("always"),
                entry.met(),
                entry.happened());
    }

    private static Optional<Map<String, String>> given(Map<String, String> pairs) {
        return Optional.of(pairs).filter(some -> !some.isEmpty());
    }
}
