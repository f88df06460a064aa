package kz.paysandbox.emulator.control.view;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Consequence;
import kz.paysandbox.emulator.core.faults.Consequence.LossAfter;
import kz.paysandbox.emulator.core.faults.Consequence.LossBefore;
import kz.paysandbox.emulator.core.faults.Consequence.MemberReplacement;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer.Damage;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultBook;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.faults.Pace;

/**
 * A fault of a world, as it can be made again, and how often it met a call.
 *
 * @param times how often it happens: a number, or {@code always}
 * @param met calls of its kind
 * @param hits of these, those that it happened to
 * @param withoutEffect of these, those that had nothing it could have changed
 */
public record FaultView(
        String id, String name, Conditions when, EffectWords then, Object times, int met, int hits, int withoutEffect) {

    /** A fault that was made. */
    public record AddedFault(String id) {}

    /** Which calls are met; what is absent does not matter. */
    public record Conditions(
            String endpoint,
            Optional<String> bin,
            Optional<String> deviceToken,
            Optional<BigDecimal> amount,
            Optional<String> phone,
            Optional<Map<String, String>> header,
            Optional<String> certificate,
            @JsonUnwrapped Match.Part part) {

        static Conditions of(Match match) {
            return new Conditions(
                    match.endpoint(),
                    match.bin(),
                    match.deviceToken(),
                    match.amount(),
                    match.phone(),
                    given(match.headers()),
                    match.certificate(),
                    match.part());
        }
    }

    /**
     * What happens to them; what is absent does not.
     *
     * @param codes what is answered in place of applying the call: the code's key and its number
     */
    public record EffectWords(
            Optional<Duration> delay,
            @JsonAnyGetter Map<String, Long> codes,
            Optional<String> drop,
            Optional<Boolean> reset,
            Optional<String> body,
            Optional<Map<String, String>> replace,
            Optional<Slow> slow,
            Optional<String> handshake) {

        static EffectWords of(Effect effect) {
            Pace pace = effect.pace();
            Consequence consequence = effect.consequence();
            Optional<Damage> damage = effect.damage();
            return new EffectWords(
                    Optional.of(pace.delay()).filter(delay -> !delay.isZero()),
                    effect.answer()
                            .map(answer -> Map.of(answer.code().key(), answer.number()))
                            .orElse(Map.of()),
                    drop(consequence),
                    damage.filter(Damage.RESET::equals).map(reset -> true),
                    damage.filter(spoilt -> spoilt != Damage.RESET).map(Damage::word),
                    consequence instanceof MemberReplacement replaced ? given(replaced.members()) : Optional.empty(),
                    pace.isSlow() ? Optional.of(new Slow(pace.bytesPerSecond())) : Optional.empty(),
                    effect.refusesHandshake() ? Optional.of("refuse") : Optional.empty());
        }

        private static Optional<String> drop(Consequence consequence) {
            if (consequence instanceof LossBefore) {
                return Optional.of("before");
            }
            return consequence instanceof LossAfter ? Optional.of("after") : Optional.empty();
        }
    }

    /** How slowly an answer is written. */
    public record Slow(int bytesPerSecond) {}

    public static FaultView of(FaultBook.Entry entry) {
        Fault fault = entry.fault();
        return new FaultView(
                fault.id(),
                fault.name(),
                Conditions.of(fault.when()),
                EffectWords.of(fault.then()),
                fault.times().<Object>map(times -> times).orElse("always"),
                entry.met(),
                entry.happened(),
                entry.withoutEffect());
    }

    private static Optional<Map<String, String>> given(Map<String, String> pairs) {
        return Optional.of(pairs).filter(some -> !some.isEmpty());
    }
}
