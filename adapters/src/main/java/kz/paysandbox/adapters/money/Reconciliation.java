package kz.paysandbox.adapters.money;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.Sleeper;

/**
 * The search for what became of a money call whose answer was lost or proves nothing, by looking at the bank's books a
 * few times. Clients that share one of these take turns at each payment.
 *
 * @param pauses the wait before each look; their number is the number of looks
 * @param sleeper how to wait
 * @param assumptions what the caller promises; none by default
 * @param readsBefore whether a card payment, a charge and a cancellation read their order's state before they are sent, to
 *     compare it with what the books show after a lost answer; without it such an answer stays unknown
 * @param turns who is at work on which payment
 */
public record Reconciliation(
        List<Duration> pauses, Sleeper sleeper, Set<Assumption> assumptions, boolean readsBefore, PaymentTurns turns) {
    /** Copies pauses and assumptions; from one to ten looks. */
    public Reconciliation {
        pauses = List.copyOf(pauses);
        assumptions = Set.copyOf(assumptions);
        if (pauses.isEmpty() || pauses.size() > 10) {
            throw new IllegalArgumentException("from one to ten looks, not " + pauses.size());
        }
    }

    /** These looks, nothing assumed, the state read before card payments. */
    public Reconciliation(List<Duration> pauses, Sleeper sleeper) {
        this(pauses, sleeper, Set.of(), true, PaymentTurns.create());
    }

    /** Looks after 1, 3 and 6 seconds, nothing assumed. */
    public static Reconciliation of(Sleeper sleeper) {
        return new Reconciliation(
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(6)), sleeper);
    }

    /** The same, with what the caller promises. */
    public Reconciliation assuming(Assumption... more) {
        Set<Assumption> all = EnumSet.noneOf(Assumption.class);
        all.addAll(assumptions);
        all.addAll(List.of(more));
        return new Reconciliation(pauses, sleeper, all, readsBefore, turns);
    }

    /** The same, without reading an order's state before card payments, charges and cancellations: one read less, and more answers unknown. */
    public Reconciliation withoutReadingBefore() {
        return new Reconciliation(pauses, sleeper, assumptions, false, turns);
    }

    /** The same, for exactly one look. */
    public Reconciliation once() {
        return new Reconciliation(pauses.subList(0, 1), sleeper, assumptions, readsBefore, turns);
    }

    /** The same, with another way to wait. */
    public Reconciliation withSleeper(Sleeper other) {
        return new Reconciliation(pauses, other, assumptions, readsBefore, turns);
    }

    /** How long all looks are waited for together. */
    public Duration patience() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether the caller promises this. */
    public boolean assumes(Assumption assumption) {
        return assumptions.contains(assumption);
    }

    /**
     * One look at the bank's books after a failure.
     *
     * @param <T> what the bank gives for an applied call
     */
    @FunctionalInterface
    public interface Look<T> {
        /** What the books show; a failure to read them decides nothing. */
        CompletableFuture<Clue<T>> at(Execution execution, PaymentException failure);
    }

    /**
     * Makes the call once; a failure that may have been applied is looked into, any other is not applied. Where the bank
     * did answer, and its answer proves nothing, one look is made; later ones are the caller's
     * ({@link MoneyAnswer.Unknown#recheck}, on the thread that asks for it).
     */
    public <T> CompletableFuture<MoneyAnswer<T>> settle(
            Execution execution, Supplier<CompletableFuture<T>> call, Look<T> look) {
        return Futures.recover(Futures.begin(call).thenApply(MoneyAnswer::applied), failure -> {
            if (failure.effect() == Effect.NONE) {
                return CompletableFuture.completedFuture(refused(failure));
            }
            List<Duration> waits = answered(failure) ? pauses.subList(0, 1) : pauses;
            return investigate(execution, failure, look, waits, Clue.undecided("nothing was looked at"));
        });
    }

    /** Makes the call once, where the bank's books offer nothing to look at. */
    public <T> CompletableFuture<MoneyAnswer<T>> without(Supplier<CompletableFuture<T>> call, String advice) {
        return Futures.recover(
                Futures.begin(call).thenApply(MoneyAnswer::applied),
                failure -> CompletableFuture.completedFuture(
                        failure.effect() == Effect.NONE ? refused(failure) : MoneyAnswer.unknown(failure, advice)));
    }

    private static <T> MoneyAnswer<T> refused(PaymentException failure) {
        return MoneyAnswer.notApplied(failure, "the bank did not carry it out");
    }

    private <T> CompletableFuture<MoneyAnswer<T>> investigate(
            Execution execution, PaymentException failure, Look<T> look, List<Duration> waits, Clue<T> last) {
        if (waits.isEmpty() || last.settlement() != Settlement.UNKNOWN) {
            return CompletableFuture.completedFuture(verdict(failure, look, last));
        }
        return execution
                .pause(sleeper, waits.get(0))
                .handle((nothing, broken) -> broken == null ? Optional.<String>empty() : Optional.of(given(broken)))
                .thenCompose(broken -> broken.isEmpty()
                        ? seen(execution, failure, look)
                                .thenCompose(clue ->
                                        investigate(execution, failure, look, waits.subList(1, waits.size()), clue))
                        : CompletableFuture.completedFuture(
                                unknown(failure, look, broken.get() + "; last seen: " + last.finding())));
    }

    /** Why no further look is made: the caller gave up waiting, or the wait failed. An Error is thrown on. */
    private static String given(Throwable broken) {
        Throwable cause = known(broken);
        return cause instanceof InterruptedException || cause instanceof CancellationException
                ? "interrupted while looking"
                : "the wait for a look failed: " + cause;
    }

    private static Throwable known(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof Error) {
            throw new CompletionException(cause);
        }
        return cause;
    }

    private static boolean answered(PaymentException failure) {
        return !(failure instanceof OutcomeUnknown || failure instanceof ProtocolViolation);
    }

    /** The call may have been applied whatever becomes of the look, so that its failure decides nothing. */
    private static <T> CompletableFuture<Clue<T>> seen(Execution execution, PaymentException failure, Look<T> look) {
        return Futures.begin(() -> look.at(execution, failure)).exceptionally(broken -> {
            Throwable cause = known(broken);
            return Clue.undecided(
                    "the look failed too: " + (cause instanceof PaymentException ? cause.getMessage() : cause));
        });
    }

    private <T> MoneyAnswer<T> verdict(PaymentException failure, Look<T> look, Clue<T> last) {
        return switch (last.settlement()) {
            case APPLIED -> MoneyAnswer.applied(last.value().orElseThrow());
            case NOT_APPLIED -> MoneyAnswer.notApplied(failure, last.finding());
            case UNKNOWN ->
                last.unchanged() && assumes(Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED)
                        ? MoneyAnswer.notApplied(failure, last.finding() + "; taken for not applied by assumption")
                        : unknown(failure, look, last.finding());
        };
    }

    private <T> MoneyAnswer<T> unknown(PaymentException failure, Look<T> look, String finding) {
        return MoneyAnswer.unknown(
                failure, finding, () -> verdict(failure, look, Futures.now(seen(Execution.BLOCKING, failure, look))));
    }
}
