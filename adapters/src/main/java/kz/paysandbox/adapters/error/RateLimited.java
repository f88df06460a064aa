package kz.paysandbox.adapters.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call that the bank refused as one too many (HTTP 429). Not applied; wait {@link #retryAfter()} if it is given. */
public final class RateLimited extends PaymentException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Duration is serializable; only the annotation hides it from the compiler
    private final @Nullable Duration retryAfter;

    private RateLimited(String requestId, @Nullable Duration retryAfter) {
        super(requestId, Effect.NONE, "too many requests" + (retryAfter == null ? "" : ", wait " + retryAfter), null);
        this.retryAfter = retryAfter;
    }

    private RateLimited(RateLimited failure, String finding) {
        super(failure, failure.effect(), finding);
        this.retryAfter = failure.retryAfter;
    }

    /** Without a Retry-After. */
    public static RateLimited of(String requestId) {
        return new RateLimited(requestId, null);
    }

    /** With the Retry-After that the bank named. */
    public static RateLimited of(String requestId, Duration retryAfter) {
        return new RateLimited(requestId, retryAfter);
    }

    /** How long the bank asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public RateLimited withFinding(String found) {
        return new RateLimited(this, found);
    }

    @Override
    public boolean passing() {
        return true;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.rateLimited().apply(this);
    }
}
