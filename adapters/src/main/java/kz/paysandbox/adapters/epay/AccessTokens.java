package kz.paysandbox.adapters.epay;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import kz.paysandbox.adapters.error.ConnectionFailed;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens, one for each scope and one for each invoice, until five minutes before they end. While one caller
 * fetches a token, others who need the same one wait for it; others are not held up. At most 1000 are kept.
 */
public final class AccessTokens {
    private static final int MOST = 1000;

    private final Function<TokenRequest, AccessToken> source;
    private final Clock clock;
    private final Map<TokenRequest, Slot> slots = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TokenRequest, Slot> eldest) {
            return size() > MOST;
        }
    };

    private static final class Slot {
        private final ReentrantLock fetching = new ReentrantLock();
        private volatile @Nullable AccessToken token;
    }

    private AccessTokens(Function<TokenRequest, AccessToken> source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** Tokens fetched by the given call. */
    public static AccessTokens of(Function<TokenRequest, AccessToken> source, Clock clock) {
        return new AccessTokens(source, clock);
    }

    /**
     * A token that is good for at least five minutes more.
     *
     * @throws kz.paysandbox.adapters.error.PaymentException when it cannot be had
     */
    public AccessToken token(TokenRequest request) {
        Slot slot = slot(request);
        AccessToken kept = slot.token;
        return kept != null && usable(kept) ? kept : fetch(request, slot);
    }

    /** Forgets a token that the bank no longer accepts. */
    public void forget(TokenRequest request, AccessToken refused) {
        Slot slot = slot(request);
        AccessToken kept = slot.token;
        if (kept != null && kept.value().equals(refused.value())) {
            slot.token = null;
        }
    }

    int kept() {
        synchronized (slots) {
            return slots.size();
        }
    }

    private AccessToken fetch(TokenRequest request, Slot slot) {
        try {
            slot.fetching.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectionFailed.lasting("none", "interrupted while waiting for a token", e);
        }
        try {
            AccessToken meanwhile = slot.token;
            if (meanwhile != null && usable(meanwhile)) {
                return meanwhile;
            }
            AccessToken fresh = source.apply(request);
            slot.token = fresh;
            return fresh;
        } finally {
            slot.fetching.unlock();
        }
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
