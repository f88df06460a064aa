package kz.paysandbox.emulator.core.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.PlainAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltCodeAnswer;

/** An effect as people write it, word by word; two words of which one would be ignored are refused. One per fault. */
public final class EffectDraft {

    private final Map<String, Consequence> consequences = new LinkedHashMap<>();
    private Duration delay = Duration.ZERO;
    private int bytesPerSecond;

    /** Real time before anything else. */
    public EffectDraft delay(Duration wait) {
        delay = wait;
        return this;
    }

    /** How slowly the answer is written. */
    public EffectDraft slow(int bytes) {
        bytesPerSecond = bytes;
        return this;
    }

    /**
     * Something becomes of the call.
     *
     * @param words how it was asked for, as {@code drop: after}
     */
    public EffectDraft consequence(String words, Consequence consequence) {
        consequences.put(words, consequence);
        return this;
    }

    /** Why these words are no effect; empty where they are one. */
    public Optional<String> refusal() {
        if (consequences.size() > 1 && spoiltAnswer().isEmpty()) {
            return Optional.of(consequences.entrySet().stream()
                    .map(entry -> entry.getKey() + " (" + entry.getValue().about() + ")")
                    .collect(Collectors.joining(
                            " and ", "then: one thing becomes of a call, and ", " exclude each other")));
        }
        Optional<String> refusal = Effect.refusalOf(pace(), consequence())
                .map(reason -> "then: " + String.join(", ", consequences.keySet()) + ": " + reason);
        boolean nothing = pace().equals(Pace.USUAL) && consequences.isEmpty();
        return nothing ? Optional.of("then must say what happens") : refusal;
    }

    /**
     * The effect.
     *
     * @throws IllegalStateException where the words are refused
     */
    public Effect effect() {
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            throw new IllegalStateException(refusal.get());
        }
        return new Effect(pace(), consequence());
    }

    private Pace pace() {
        return new Pace(delay, bytesPerSecond);
    }

    /** The one pair that goes together: what is answered instead, and what is wrong with it. */
    private Optional<Consequence> spoiltAnswer() {
        if (consequences.size() != 2) {
            return Optional.empty();
        }
        List<Consequence> both = List.copyOf(consequences.values());
        boolean answerFirst = both.get(0) instanceof CodeAnswer;
        return both.get(answerFirst ? 0 : 1) instanceof CodeAnswer answer
                        && both.get(answerFirst ? 1 : 0) instanceof SpoiltAnswer spoilt
                        && SpoiltCodeAnswer.isPossible(answer, spoilt)
                ? Optional.of(new SpoiltCodeAnswer(answer, spoilt))
                : Optional.empty();
    }

    private Consequence consequence() {
        Optional<Consequence> both = spoiltAnswer();
        if (both.isPresent()) {
            return both.get();
        }
        return consequences.values().stream().findFirst().orElseGet(PlainAnswer::new);
    }
}
