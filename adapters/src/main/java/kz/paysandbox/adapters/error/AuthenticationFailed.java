package kz.paysandbox.adapters.error;

/** A refusal of the caller's identity: key, certificate, token or address. Not applied; mend the settings. */
public final class AuthenticationFailed extends PaymentException {
    private static final long serialVersionUID = 1L;

    private final boolean unauthenticated;

    private AuthenticationFailed(String requestId, String message, boolean unauthenticated) {
        super(requestId, Effect.NONE, message, null);
        this.unauthenticated = unauthenticated;
    }

    private AuthenticationFailed(AuthenticationFailed failure, String finding) {
        super(failure, failure.effect(), finding);
        this.unauthenticated = failure.unauthenticated;
    }

    /** A failure with what was refused and what to look at. */
    public static AuthenticationFailed of(String requestId, String message) {
        return new AuthenticationFailed(requestId, message, false);
    }

    /** A caller whose token or key was missing, unknown or expired (HTTP 401): with a new token it may be let in. */
    public static AuthenticationFailed unauthenticated(String requestId, String message) {
        return new AuthenticationFailed(requestId, message, true);
    }

    /** Whether a new token may help (HTTP 401), which it does not where the caller is known and not allowed (403). */
    public boolean unauthenticated() {
        return unauthenticated;
    }

    @Override
    public AuthenticationFailed withFinding(String found) {
        return new AuthenticationFailed(this, found);
    }

    @Override
    public boolean passing() {
        return false;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.authenticationFailed().apply(this);
    }
}
