package kz.paysandbox.emulator.core.faults;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.LossAfter;
import kz.paysandbox.emulator.core.faults.Consequence.LossBefore;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer.Damage;

/** Faults by name, for the header {@code X-Sandbox-Fault} on one request. */
public final class FaultCatalogue {

    private static final Map<String, Effect> NAMED = named();

    private final List<AnswerCode> codes;

    /**
     * @param ofBanks the codes that the banks have of their own
     */
    public FaultCatalogue(Collection<AnswerCode> ofBanks) {
        this.codes = Stream.concat(ofBanks.stream(), Stream.of(AnswerCode.HTTP)).toList();
    }

    /** The effect of a name: a fixed one, or a code with its number, as {@code http=503}. */
    public Optional<Effect> find(String name) {
        Effect effect = NAMED.get(name);
        return effect != null ? Optional.of(effect) : coded(name);
    }

    /** The names with what they do; a code's has {@code N} for its number. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        NAMED.forEach((name, effect) -> names.put(name, words(effect)));
        codes.forEach(code -> names.put(code.name() + "=N", code.about()));
        return names;
    }

    private static String words(Effect effect) {
        Pace pace = effect.pace();
        if (pace.isSlow()) {
            return "applied, the answer drips at " + pace.bytesPerSecond() + " bytes a second";
        }
        return pace.delay().isZero()
                ? effect.consequence().about()
                : "answered after " + pace.delay().toSeconds() + " seconds";
    }

    private static Map<String, Effect> named() {
        Map<String, Effect> named = new LinkedHashMap<>();
        named.put("drop-before", Effect.of(new LossBefore()));
        named.put("drop-after", Effect.of(new LossAfter()));
        for (Damage damage : Damage.values()) {
            named.put(damage.word(), Effect.of(new SpoiltAnswer(damage)));
        }
        named.put("slow", Effect.slow(20));
        named.put("delay-2s", Effect.delayed(Duration.ofSeconds(2)));
        named.put("delay-30s", Effect.delayed(Duration.ofSeconds(30)));
        return named;
    }

    private Optional<Effect> coded(String name) {
        int equals = name.indexOf('=');
        if (equals < 0 || !name.substring(equals + 1).matches("-?\\d{1,18}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(name.substring(equals + 1));
        return codes.stream()
                .filter(code -> code.name().equals(name.substring(0, equals)) && code.has(number))
                .findFirst()
                .map(code -> Effect.of(new CodeAnswer(code, number)));
    }
}
