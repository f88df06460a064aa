package kz.paysandbox.adapters.transport;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.PaymentException;
import org.jspecify.annotations.Nullable;

/** Operations on futures: whatever happens, even an Error, one of both ends is told. */
public final class Futures {
    private Futures() {}

    /** Gives the value to one consumer or the failure to the other, also where the first consumer fails itself. */
    public static <T> void settle(
            CompletionStage<T> stage, Consumer<? super T> succeeded, Consumer<? super Throwable> failed) {
        var unused = stage.whenComplete((value, failure) -> {
            if (failure != null) {
                failed.accept(failure);
                return;
            }
            try {
                succeeded.accept(value);
            } catch (Throwable broken) {
                failed.accept(broken);
            }
        });
    }

    /** Cancels what works for an answer when the answer itself is cancelled. */
    public static void cancelWith(CompletableFuture<?> answer, CompletableFuture<?> work) {
        var unused = answer.whenComplete((value, failure) -> {
            if (failure instanceof CancellationException) {
                work.cancel(true);
            }
        });
    }

    /** Begins a chain of steps; what its first step throws is in the future. */
    public static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> first) {
        try {
            return first.get();
        } catch (Throwable broken) {
            return CompletableFuture.failedFuture(broken);
        }
    }

    /** Goes on with something else after a failure of a call to a bank; other failures stay. */
    public static <T> CompletableFuture<T> recover(
            CompletableFuture<T> steps, Function<PaymentException, CompletableFuture<T>> otherwise) {
        return steps.exceptionallyCompose(
                failure -> payment(failure).map(otherwise).orElseGet(() -> CompletableFuture.failedFuture(failure)));
    }

    /**
     * The value of steps that were made on the calling thread.
     *
     * @throws PaymentException as the steps failed, or whatever else they threw
     */
    public static <T> T now(CompletableFuture<T> done) {
        try {
            return done.join();
        } catch (CompletionException | CancellationException wrapped) {
            Throwable failure = cause(wrapped);
            if (failure instanceof RuntimeException known) {
                throw known;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failure);
        }
    }

    /**
     * Starts an operation whose steps hold no thread.
     *
     * @param executor where the future completes
     * @return completes with the operation's value or failure, whatever that is; cancelling it gives the present step up
     *     and lets no later one begin
     */
    public static <T> CompletableFuture<T> start(
            Executor executor, Function<Execution, CompletableFuture<T>> operation) {
        AsyncExecution execution = new AsyncExecution(executor);
        CompletableFuture<T> answer = new CompletableFuture<>();
        var unused = answer.whenComplete((value, failure) -> {
            if (failure instanceof CancellationException) {
                execution.cancel();
            }
        });
        settle(
                begin(() -> operation.apply(execution)),
                value -> run(executor, () -> answer.complete(value)),
                failure -> run(executor, () -> answer.completeExceptionally(cause(failure))));
        return answer;
    }

    /**
     * Completes a future on the executor. Where it cannot (it is closed or full, or no thread can be made), the thread at
     * hand does it.
     *
     * @param completion may run twice where the executor fails after running it
     */
    static void run(Executor executor, Runnable completion) {
        try {
            executor.execute(completion);
        } catch (Throwable refused) {
            completion.run();
        }
    }

    /** Without the wrappings of futures. */
    public static Throwable cause(@Nullable Throwable failure) {
        Throwable at = failure;
        while ((at instanceof CompletionException || at instanceof ExecutionException) && at.getCause() != null) {
            at = at.getCause();
        }
        return at == null ? new IllegalStateException("a future failed without a failure") : at;
    }

    /** The failure of a call to a bank, if it is one. */
    public static Optional<PaymentException> payment(@Nullable Throwable failure) {
        return cause(failure) instanceof PaymentException known ? Optional.of(known) : Optional.empty();
    }
}
