package kz.paysandbox.features.random;

import java.util.Random;
import java.util.UUID;

/** Names and numbers of a run, so that nothing else draws any. Safe for parallel scenarios. */
public final class Randomness {

    private final Random source;

    private Randomness(Random source) {
        this.source = source;
    }

    /** Drawn from this source alone: a seeded one for a run that is to be the same again. */
    public static Randomness of(Random source) {
        return new Randomness(source);
    }

    /** A name that no other draw gives. */
    public String name() {
        return new UUID(source.nextLong(), source.nextLong()).toString();
    }

    /** Eight letters and digits that set things of one scenario apart. */
    public String mark() {
        return name().substring(0, 8);
    }

    /** This many digits, of which the first is not 0. */
    public String digits(int many) {
        StringBuilder digits = new StringBuilder(many).append(1 + source.nextInt(9));
        while (digits.length() < many) {
            digits.append(source.nextInt(10));
        }
        return digits.toString();
    }
}
