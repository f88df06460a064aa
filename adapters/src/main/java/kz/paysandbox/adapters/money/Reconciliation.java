package kz.paysandbox.adapters.money;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.transport.Sleeper;

/**
 * Finds out what became of a money call whose answer was lost, by looking at the bank's books a few times.
 *
 * @param pauses the wait before each look; their number is the number of looks
 * @param sleeper how to wait
 */
public record Reconciliation(List<Duration> pauses, Sleeper sleeper) {
    /** Copies the pauses; at most ten looks. */
    public Reconciliation {
        pauses = List.copyOf(pauses);
        if (pauses.isEmpty() || pauses.size() > 10) {
            throw new IllegalArgumentException("from one to ten looks, not " + pauses.size());
        }
    }

    /** Looks after 1, 3 and 6 seconds. */
    public static Reconciliation of(Sleeper sleeper) {
        return new Reconciliation(
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6)), sleeper);
    }

    /** The same waiting, for exactly one look. */
    public Reconciliation once() {
        return new Reconciliation(pauses.subList(0, 1), sleeper);
    }

    /** Makes the call once; a failure that may have been applied is looked into, any other is not applied. */
    public <T> MoneyAnswer<T> settle(Supplier<T> call, Supplier<Clue<T>> look) {
        try {
            return MoneyAnswer.applied(call.get());
        } catch (PaymentException failure) {
            return failure.effect() == Effect.NONE ? refused(failure) : investigate(failure, look);
        }
    }

    /** Makes the call once, where the bank's books offer nothing to look at. */
    public <T> MoneyAnswer<T> without(Supplier<T> call, String advice) {
        try {
            return MoneyAnswer.applied(call.get());
        } catch (PaymentException failure) {
            return failure.effect() == Effect.NONE ? refused(failure) : MoneyAnswer.unknown(failure, advice);
        }
    }

    private static <T> MoneyAnswer<T> refused(PaymentException failure) {
        return MoneyAnswer.notApplied(failure, "the bank did not carry it out");
    }

    private <T> MoneyAnswer<T> investigate(PaymentException failure, Supplier<Clue<T>> look) {
        Clue<T> last = Clue.undecided("nothing was looked at");
        for (Duration pause : pauses) {
            try {
                sleeper.sleep(pause);
                last = look.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return MoneyAnswer.unknown(failure, "interrupted while looking; last seen: " + last.finding());
            } catch (PaymentException e) {
                last = Clue.undecided("the look failed too: " + e.getMessage());
            }
            if (last.settlement() != Settlement.UNKNOWN) {
                break;
            }
        }
        return verdict(failure, last);
    }

    private static <T> MoneyAnswer<T> verdict(PaymentException failure, Clue<T> last) {
        return switch (last.atLast()) {
            case APPLIED -> MoneyAnswer.applied(last.value().orElseThrow());
            case NOT_APPLIED -> MoneyAnswer.notApplied(failure, last.finding());
            case UNKNOWN -> MoneyAnswer.unknown(failure, last.finding());
        };
    }
}
