package kz.paysandbox.adapters.error;

/** The bank does not accept who we are: key, certificate, token or address. Not applied; mend the settings. */
public final class AuthenticationFailed extends PaymentException {
    private static final long serialVersionUID = 1L;

    private AuthenticationFailed(String requestId, String message) {
        super(requestId, Effect.NONE, message, null);
    }

    private AuthenticationFailed(AuthenticationFailed failure, String finding) {
        super(failure, failure.effect(), finding);
    }

    /** A failure with what was refused and what to look at. */
    public static AuthenticationFailed of(String requestId, String message) {
        return new AuthenticationFailed(requestId, message);
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
