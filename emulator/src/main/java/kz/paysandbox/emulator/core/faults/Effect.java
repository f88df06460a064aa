package kz.paysandbox.emulator.core.faults;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.HandshakeRefusal;
import kz.paysandbox.emulator.core.faults.Consequence.PlainAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer.Damage;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltCodeAnswer;

/**
 * The effect of a fault on one call: its pace, and what becomes of it. The two always go together: neither is ignored.
 */
public record Effect(Pace pace, Consequence consequence) {

    /** Does nothing. */
    public static final Effect NONE = new Effect(Pace.USUAL, new PlainAnswer());

    public Effect {
        Optional<String> refusal = refusalOf(pace, consequence);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
    }

    /** At the usual pace. */
    public static Effect of(Consequence consequence) {
        return new Effect(Pace.USUAL, consequence);
    }

    public static Effect delayed(Duration delay) {
        return new Effect(new Pace(delay, 0), new PlainAnswer());
    }

    public static Effect slow(int bytesPerSecond) {
        return new Effect(new Pace(Duration.ZERO, bytesPerSecond), new PlainAnswer());
    }

    /** Why a pace and a consequence do not go together; empty where they do. */
    static Optional<String> refusalOf(Pace pace, Consequence consequence) {
        if (!pace.delay().isZero() && consequence instanceof HandshakeRefusal) {
            return Optional.of("there is no call that delay could hold back where " + consequence.about());
        }
        return pace.isSlow() && !consequence.writesBody()
                ? Optional.of("slow writes a whole answer byte by byte, and there is none: " + consequence.about())
                : Optional.empty();
    }

    public boolean refusesHandshake() {
        return consequence instanceof HandshakeRefusal;
    }

    /** What is answered in place of applying the call; empty where nothing is. */
    public Optional<CodeAnswer> answer() {
        if (consequence instanceof SpoiltCodeAnswer both) {
            return Optional.of(both.answer());
        }
        return consequence instanceof CodeAnswer answered ? Optional.of(answered) : Optional.empty();
    }

    /** In which way what is written is not the answer; empty where it is. */
    public Optional<Damage> damage() {
        if (consequence instanceof SpoiltCodeAnswer both) {
            return Optional.of(both.spoilt().damage());
        }
        return consequence instanceof SpoiltAnswer spoilt ? Optional.of(spoilt.damage()) : Optional.empty();
    }
}
