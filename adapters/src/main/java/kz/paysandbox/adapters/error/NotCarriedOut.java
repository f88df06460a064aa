package kz.paysandbox.adapters.error;

/**
 * A call whose answer was lost, where the bank's books prove that the call was not carried out. Not applied; it may be
 * made again.
 */
public final class NotCarriedOut extends PaymentException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    private NotCarriedOut(PaymentException failure, String finding) {
        super(failure, Effect.NONE, finding);
        this.passing = failure.passing();
    }

    /** The failure that lost the answer, and what the books showed after it. */
    public static NotCarriedOut proved(PaymentException failure, String finding) {
        return new NotCarriedOut(failure, finding);
    }

    @Override
    public NotCarriedOut withFinding(String found) {
        return new NotCarriedOut(this, found);
    }

    @Override
    public boolean passing() {
        return passing;
    }

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.notCarriedOut().apply(this);
    }
}
