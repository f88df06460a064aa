package kz.paysandbox.adapters.error;

/** A request that never reached the bank's application: name lookup, connect, handshake or certificate. Not applied. */
public final class ConnectionFailed extends PaymentException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private ConnectionFailed(String requestId, String message, Throwable cause, boolean passing) {
        super(requestId, Effect.NONE, message, cause);
        this.passing = passing;
    }

    private ConnectionFailed(ConnectionFailed failure, String finding) {
        super(failure, failure.effect(), finding);
        this.passing = failure.passing;
    }

    /** The network refused: the same call may succeed later. */
    public static ConnectionFailed passing(String requestId, String message, Throwable cause) {
        return new ConnectionFailed(requestId, message, cause, true);
    }

    /** A certificate was refused, or the caller was interrupted: repeating changes nothing. */
    public static ConnectionFailed lasting(String requestId, String message, Throwable cause) {
        return new ConnectionFailed(requestId, message, cause, false);
    }

    @Override
    public ConnectionFailed withFinding(String found) {
        return new ConnectionFailed(this, found);
    }

    @Override
    public boolean passing() {
        return passing;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.connectionFailed().apply(this);
    }
}
