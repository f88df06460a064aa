package kz.paysandbox.emulator.core.settings;

/** The evidence for a behaviour. */
public enum Evidence {
    /** The bank's own document says so. */
    DOCUMENTED,
    /** Seen on the bank's hosts or in a client that runs against them. */
    SEEN,
    /** Nobody outside the bank knows; this is our guess. */
    ASSUMED,
    /** Not about the bank: how this sandbox runs. */
    OURS
}
