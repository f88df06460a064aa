package kz.paysandbox.emulator.core.faults;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Consequence.Answered;
import kz.paysandbox.emulator.core.faults.Consequence.AnsweredSpoilt;
import kz.paysandbox.emulator.core.faults.Consequence.Applied;
import kz.paysandbox.emulator.core.faults.Consequence.HandshakeRefused;
import kz.paysandbox.emulator.core.faults.Consequence.Spoilt;
import kz.paysandbox.emulator.core.faults.Consequence.Spoilt.Damage;

/** What a fault does to one call: its pace, and what becomes of it. The two always go together: neither is ignored. */
public record Effect(Pace pace, Consequence consequence) {

    /** Does nothing. */
    public static final Effect NONE = new Effect(Pace.USUAL, new Applied());

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
        return new Effect(new Pace(delay, 0), new Applied());
    }

    public static Effect slow(int bytesPerSecond) {
        return new Effect(new Pace(Duration.ZERO, bytesPerSecond), new Applied());
    }

    /** Why a pace and a consequence do not go together; empty where they do. */
    static Optional<String> refusalOf(Pace pace, Consequence consequence) {
        if (!pace.delay().isZero() && consequence instanceof HandshakeRefused) {
            return Optional.of("there is no call that delay could hold back where " + consequence.about());
        }
        return pace.isSlow() && !consequence.writesBody()
                ? Optional.of("slow writes a whole answer byte by byte, and there is none: " + consequence.about())
                : Optional.empty();
    }

    public boolean refusesHandshake() {
        return consequence instanceof HandshakeRefused;
    }

    /** What is answered in place of applying the call; empty where nothing is. */
    public Optional<Answered> answer() {
        if (consequence instanceof AnsweredSpoilt both) {
            return Optional.of(both.answer());
        }
        return consequence instanceof Answered answered ? Optional.of(answered) : Optional.empty();
    }

    /** In which way what is written is not the answer; empty where it is. */
    public Optional<Damage> damage() {
        if (consequence instanceof AnsweredSpoilt both) {
            return Optional.of(both.spoilt().damage());
        }
        return consequence instanceof Spoilt spoilt ? Optional.of(spoilt.damage()) : Optional.empty();
    }
}
