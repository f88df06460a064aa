package kz.paysandbox.adapters.transport;

/** The permission to send a call again after a failure. */
public enum Repeat {
    /** Reads, and calls that the bank declares idempotent. */
    HARMLESS,
    /** Calls that move money, and polls that have a rhythm of their own: sent once, whatever happens. */
    NEVER
}
