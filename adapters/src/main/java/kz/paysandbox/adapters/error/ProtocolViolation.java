package kz.paysandbox.adapters.error;

import org.jspecify.annotations.Nullable;

/** An answer that is not as the bank's document says: HTML of a proxy, broken JSON, a redirect, an oversize. */
public final class ProtocolViolation extends PaymentException {
    private static final long serialVersionUID = 1L;

    private ProtocolViolation(String requestId, Effect effect, String message, @Nullable Throwable cause) {
        super(requestId, effect, message, cause);
    }

    private ProtocolViolation(ProtocolViolation failure, String finding) {
        super(failure, failure.effect(), finding);
    }

    /** The answer cannot be understood, but the call may have been carried out. */
    public static ProtocolViolation unreadable(String requestId, String message, @Nullable Throwable cause) {
        return new ProtocolViolation(requestId, Effect.POSSIBLE, message, cause);
    }

    /** The request was refused as such (HTTP 4xx without the bank's words): not applied. */
    public static ProtocolViolation refused(String requestId, String message) {
        return new ProtocolViolation(requestId, Effect.NONE, message, null);
    }

    @Override
    public ProtocolViolation withFinding(String found) {
        return new ProtocolViolation(this, found);
    }

    @Override
    public boolean passing() {
        return false;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.protocolViolation().apply(this);
    }
}
