package kz.paysandbox.adapters.error;

/**
 * A request that this program did not send, for a reason of its own: another operation of the same payment is open.
 * Not applied.
 */
public final class NotSent extends PaymentException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private NotSent(String requestId, String message, boolean passing) {
        super(requestId, Effect.NONE, message, null);
        this.passing = passing;
    }

    private NotSent(NotSent failure, String finding) {
        super(failure, Effect.NONE, finding);
        this.passing = failure.passing;
    }

    /** Held back for as long as the other operation takes. */
    public static NotSent forNow(String requestId, String message) {
        return new NotSent(requestId, message, true);
    }

    /** Held back until somebody settles what the message names. */
    public static NotSent untilSettled(String requestId, String message) {
        return new NotSent(requestId, message, false);
    }

    @Override
    public NotSent withFinding(String found) {
        return new NotSent(this, found);
    }

    @Override
    public boolean passing() {
        return passing;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.notSent().apply(this);
    }
}
