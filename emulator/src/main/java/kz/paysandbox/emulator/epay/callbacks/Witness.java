package kz.paysandbox.emulator.epay.callbacks;

/** Sees how merchants take their callbacks. */
public interface Witness {

    /** A delivery goes out. */
    void sent(Callback callback);

    /**
     * A delivery was not acknowledged.
     *
     * @param before the callback as it was before this attempt
     */
    void missed(Callback before, Callback.Attempt attempt);
}
