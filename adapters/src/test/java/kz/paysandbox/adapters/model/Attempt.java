package kz.paysandbox.adapters.model;

import java.util.concurrent.atomic.AtomicInteger;

/** One call of a shop, and what the bank really did about it: known to the tests, never to the client. */
final class Attempt {
    final AtomicInteger sent = new AtomicInteger();
    /** How often it was carried out. */
    final AtomicInteger applied = new AtomicInteger();

    private final AtomicInteger sum = new AtomicInteger();

    /** Notes an effect of this sum, in tenge. */
    void carriedOut(int tenge) {
        applied.incrementAndGet();
        sum.addAndGet(tenge);
    }

    /** Whether it was carried out, and with this sum in tenge. */
    boolean carriedOutWith(long tenge) {
        return applied.get() > 0 && sum.get() == tenge;
    }

    /** Whether it was carried out with this sum in tenge, or somebody else did it. */
    boolean neverWithAnotherThan(long tenge) {
        return applied.get() == 0 || sum.get() == tenge;
    }
}
