package kz.paysandbox.emulator.epay.callbacks;

/** A listener to how merchants take their callbacks. */
public interface DeliveryListener {

    /** A delivery goes out. */
    void sent(Callback callback);

    /** A delivery was acknowledged. */
    void acknowledged(Callback callback);

    /** A delivery did not go out after all, which is the sandbox's doing and not the merchant's. */
    void withheld(Callback callback);

    /**
     * A delivery was not acknowledged.
     *
     * @param before the callback as it was before this attempt
     */
    void missed(Callback before, Callback.Attempt attempt);
}
