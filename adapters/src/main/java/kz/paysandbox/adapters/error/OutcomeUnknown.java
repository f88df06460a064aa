package kz.paysandbox.adapters.error;

import org.jspecify.annotations.Nullable;

/** A request that was sent and got no whole answer: it may be applied. Ask for the status; never repeat blindly. */
public final class OutcomeUnknown extends PaymentException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private OutcomeUnknown(String requestId, String message, @Nullable Throwable cause, boolean passing) {
        super(requestId, Effect.POSSIBLE, message, cause);
        this.passing = passing;
    }

    private OutcomeUnknown(PaymentException failure, String finding) {
        super(failure, Effect.POSSIBLE, finding);
        this.passing = failure.passing();
    }

    /** A money call of which the books do not tell what became of it, however it failed. */
    public static OutcomeUnknown unsettled(PaymentException failure, String finding) {
        return new OutcomeUnknown(failure, finding);
    }

    /** The answer was lost: a lost connection, a deadline, a server error. */
    public static OutcomeUnknown lost(String requestId, String message, @Nullable Throwable cause) {
        return new OutcomeUnknown(requestId, message, cause, true);
    }

    /** The caller itself stopped waiting: an interrupt. */
    public static OutcomeUnknown abandoned(String requestId, String message, Throwable cause) {
        return new OutcomeUnknown(requestId, message, cause, false);
    }

    @Override
    public OutcomeUnknown withFinding(String found) {
        return new OutcomeUnknown(this, found);
    }

    @Override
    public boolean passing() {
        return passing;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.outcomeUnknown().apply(this);
    }
}
