package kz.paysandbox.emulator.core;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/**
 * Everything in a world that looks random: it follows the seed alone, so two worlds with one seed behave alike. What is
 * derived from an id is computed again instead of being kept.
 */
public final class Ids {

    /** Beyond 2^31, as the bank's ids are in production. */
    private static final long FIRST = 12_800_000_000L;

    private static final long SPREAD = 900_000_000L;

    private final long seed;
    private final AtomicLong last;
    private final ChangeSignal signal = new ChangeSignal();

    /**
     * How far the sequence has come.
     *
     * @param last the latest number that was given
     */
    public record Reached(long last) {}

    public Ids(long seed) {
        this.seed = seed;
        this.last = new AtomicLong(FIRST + new SplittableRandom(seed).nextLong(SPREAD));
    }

    /** The next number of the world's one sequence. */
    public long next() {
        long next = last.incrementAndGet();
        signal.changing(SingleValue.KEY);
        return next;
    }

    /** The sequence, to be kept outside the process. */
    StateTable<Reached> table() {
        return StateTable.of(
                "world.ids",
                Reached.class,
                new SingleValue<>(signal, () -> new Reached(last.get()), reached -> last.set(reached.last())));
    }

    /** The UUID of the {@code n}th thing of a kind. */
    public UUID uuid(String kind, long n) {
        SplittableRandom random = random(kind, n);
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** {@code length} decimal digits for the {@code n}th thing of a kind, the first of them given. */
    public String digits(String kind, long n, char first, int length) {
        SplittableRandom random = random(kind, n);
        StringBuilder digits = new StringBuilder(length).append(first);
        while (digits.length() < length) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** A source of its own for the {@code n}th thing of a kind: parallel callers do not disturb each other. */
    public SplittableRandom random(String kind, long n) {
        long mixed = seed * 0x9e3779b97f4a7c15L + kind.hashCode() * 0xbf58476d1ce4e5b9L;
        return new SplittableRandom(mixed ^ n * 0x94d049bb133111ebL);
    }
}
