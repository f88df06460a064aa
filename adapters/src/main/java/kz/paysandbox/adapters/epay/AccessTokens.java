package kz.paysandbox.adapters.epay;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import kz.paysandbox.adapters.epay.payment.AccessToken;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.Effect;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;
import org.jspecify.annotations.Nullable;

/**
 * The tokens in use, one for each scope and one for each invoice, until five minutes before they end. While a token is
 * fetched, all callers who need it wait for the same fetch, each within its own time, and share its failure; others
 * are not held up. A failure here is never an unknown outcome: what needed the token was not sent. At most 1000 are
 * kept.
 */
public final class AccessTokens {
    private static final int MOST = 1000;

    private final Function<TokenRequest, CompletableFuture<AccessToken>> source;
    private final Clock clock;
    private final Map<TokenRequest, Slot> slots = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TokenRequest, Slot> eldest) {
            return size() > MOST;
        }
    };

    private static final class Slot {
        private volatile @Nullable AccessToken token;
        private @Nullable CompletableFuture<AccessToken> fetching;
    }

    private AccessTokens(Function<TokenRequest, CompletableFuture<AccessToken>> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Tokens fetched by the given call. */
    public static AccessTokens of(Function<TokenRequest, CompletableFuture<AccessToken>> source, Clock clock) {
        return new AccessTokens(source, clock);
    }

    /**
     * A token that is good for at least five minutes more.
     *
     * @param within how long this caller waits
     * @return completes with a token or, exceptionally, with a PaymentException of effect NONE when it cannot be had in
     *     that time
     */
    public CompletableFuture<AccessToken> token(Execution execution, TokenRequest request, Duration within) {
        AccessToken kept = slot(request).token;
        if (kept != null && usable(kept)) {
            return CompletableFuture.completedFuture(kept);
        }
        return execution.await(later(request), within).exceptionallyCompose(failure -> {
            Throwable cause = Futures.cause(failure);
            if (cause instanceof TimeoutException) {
                String said = "no token within " + within + ", nothing was sent";
                return CompletableFuture.failedFuture(ConnectionFailed.passing("none", said, cause));
            }
            if (cause instanceof InterruptedException || cause instanceof CancellationException) {
                String said = "given up while waiting for a token, nothing was sent";
                return CompletableFuture.failedFuture(ConnectionFailed.lasting("none", said, cause));
            }
            return CompletableFuture.failedFuture(unsent(cause));
        });
    }

    /**
     * The same without waiting.
     *
     * @return completes with a token or, exceptionally, with a PaymentException of effect NONE; cancelling it does not
     *     stop the fetch, for which others may wait
     */
    public CompletableFuture<AccessToken> later(TokenRequest request) {
        Slot slot = slot(request);
        CompletableFuture<AccessToken> mine = new CompletableFuture<>();
        synchronized (slot) {
            AccessToken kept = slot.token;
            if (kept != null && usable(kept)) {
                return CompletableFuture.completedFuture(kept);
            }
            if (slot.fetching != null) {
                return slot.fetching.copy();
            }
            slot.fetching = mine;
        }
        Futures.settle(
                Futures.begin(() -> source.apply(request)),
                fresh -> ended(slot, fresh).complete(fresh),
                failure -> ended(slot, null).completeExceptionally(unsent(failure)));
        return mine.copy();
    }

    /** Forgets a token that the bank no longer accepts. */
    public void forget(TokenRequest request, AccessToken refused) {
        Slot slot = slot(request);
        synchronized (slot) {
            AccessToken kept = slot.token;
            if (kept != null && kept.value().equals(refused.value())) {
                slot.token = null;
            }
        }
    }

    int kept() {
        synchronized (slots) {
            return slots.size();
        }
    }

    private static CompletableFuture<AccessToken> ended(Slot slot, @Nullable AccessToken fresh) {
        synchronized (slot) {
            CompletableFuture<AccessToken> waiting = slot.fetching;
            slot.token = fresh;
            slot.fetching = null;
            return waiting == null ? new CompletableFuture<>() : waiting;
        }
    }

    /** A lost token leaves the operation that needed it unsent, whatever became of the request for the token. */
    private static RuntimeException unsent(Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (cause instanceof PaymentException known) {
            if (known.effect() == Effect.NONE) {
                return known;
            }
            String said = "no token could be had, so nothing was sent: " + known.getMessage();
            return known.passing()
                    ? ConnectionFailed.passing(known.requestId(), said, known)
                    : ConnectionFailed.lasting(known.requestId(), said, known);
        }
        if (cause instanceof RejectedExecutionException) {
            return ConnectionFailed.lasting("none", "no executor for a token, so nothing was sent", cause);
        }
        return cause instanceof RuntimeException broken ? broken : new IllegalStateException(cause);
    }

    private boolean usable(AccessToken token) {
        return clock.instant().isBefore(token.usableUntil());
    }

    private Slot slot(TokenRequest request) {
        synchronized (slots) {
            return slots.computeIfAbsent(request, key -> new Slot());
        }
    }
}
