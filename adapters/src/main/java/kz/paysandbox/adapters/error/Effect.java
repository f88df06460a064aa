package kz.paysandbox.adapters.error;

/** The effect that a failed call may have had at the bank. */
public enum Effect {
    /** The bank has certainly not carried the call out: it may be made again. */
    NONE,
    /** The bank may have carried the call out: ask for the status before doing anything else. */
    POSSIBLE
}
