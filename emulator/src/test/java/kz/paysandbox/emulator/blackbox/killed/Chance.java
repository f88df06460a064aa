package kz.paysandbox.emulator.blackbox.killed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** What one party leaves to chance, which follows a seed. */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    /** From 0 to below. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    <T> Optional<T> any(Collection<T> some, Predicate<T> fitting) {
        List<T> choice = new ArrayList<>(some);
        choice.removeIf(fitting.negate());
        return choice.isEmpty() ? Optional.empty() : Optional.of(of(choice));
    }
}
