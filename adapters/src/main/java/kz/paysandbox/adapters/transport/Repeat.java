package kz.paysandbox.adapters.transport;

/** Whether a call may be sent again after a failure. */
public enum Repeat {
    /** Reads, and calls that the bank declares idempotent. */
    HARMLESS,
    /** Calls that move money, and polls that have a rhythm of their own: sent once, whatever happens. */
    NEVER
}
