package kz.paysandbox.adapters.error;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call to a bank that did not end in an answer. The members are all there are; {@link #fold} makes the compiler list
 * the places that must know a new one. Messages never hold keys, tokens, cards or phones.
 */
public abstract sealed class PaymentException extends RuntimeException
        permits AuthenticationFailed,
                ConnectionFailed,
                NotCarriedOut,
                NotSent,
                OutcomeUnknown,
                ProtocolViolation,
                RateLimited,
                Rejected {
    private static final long serialVersionUID = 1L;

    private final String requestId;
    private final Effect effect;
    private final String said;
    private final String finding;

    PaymentException(String requestId, Effect effect, String said, @Nullable Throwable cause) {
        super(said + " [X-Request-ID " + requestId + "]", cause);
        this.requestId = Objects.requireNonNull(requestId);
        this.effect = Objects.requireNonNull(effect);
        this.said = said;
        this.finding = "";
    }

    /** The same failure, and what the books showed after it. */
    PaymentException(PaymentException failure, Effect effect, String finding) {
        super(
                failure.said + (finding.isEmpty() ? "" : "; " + finding) + " [X-Request-ID " + failure.requestId + "]",
                failure);
        this.requestId = failure.requestId;
        this.effect = effect;
        this.said = failure.said;
        this.finding = finding;
    }

    /** The X-Request-ID of the failed request, for the bank's support. */
    public final String requestId() {
        return requestId;
    }

    /** Whether the bank may have carried the call out. */
    public final Effect effect() {
        return effect;
    }

    /** What the bank's books showed after the failure; empty where nothing was looked at. */
    public final String finding() {
        return finding;
    }

    /**
     * The bank's own code, where one is at the bottom of this failure: of a {@link Rejected}, and of what a
     * {@link NotCarriedOut} or {@link OutcomeUnknown} made of one by a look at the books.
     *
     * @return as {@link Rejected#code}; empty where the bank gave none
     */
    public final OptionalLong bankCode() {
        for (Throwable failure = this; failure instanceof PaymentException; failure = failure.getCause()) {
            if (failure instanceof Rejected rejected) {
                return OptionalLong.of(rejected.code());
            }
        }
        return OptionalLong.empty();
    }

    /** The same failure with what the books showed after it; this one is its cause. */
    public abstract PaymentException withFinding(String found);

    /** Whether the same call, where it is harmless to repeat, may succeed a little later. */
    public abstract boolean passing();

    /** Handles every member; a new member is a compile error at each caller. */
    public abstract <R> R fold(Cases<R> cases);

    /**
     * One function for each member of the taxonomy.
     *
     * @param <R> what the handler makes of the failure
     */
    public record Cases<R>(
            Function<? super ConnectionFailed, ? extends R> connectionFailed,
            Function<? super OutcomeUnknown, ? extends R> outcomeUnknown,
            Function<? super Rejected, ? extends R> rejected,
            Function<? super AuthenticationFailed, ? extends R> authenticationFailed,
            Function<? super RateLimited, ? extends R> rateLimited,
            Function<? super ProtocolViolation, ? extends R> protocolViolation,
            Function<? super NotCarriedOut, ? extends R> notCarriedOut,
            Function<? super NotSent, ? extends R> notSent) {}
}
