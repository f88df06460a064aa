package kz.paysandbox.adapters.transport;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kz.paysandbox.adapters.error.PaymentException;
import org.jspecify.annotations.Nullable;

/** What futures need besides themselves: whatever happens, even an Error, one of both ends is told. */
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
