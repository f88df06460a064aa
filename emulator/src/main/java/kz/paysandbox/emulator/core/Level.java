package kz.paysandbox.emulator.core;

/** The level of strictness with which callers are held to the bank's written rules. */
public enum Level {
    /** Accepts what clients in production are known to send, and says nothing. */
    LENIENT,
    /** Accepts it, answers as documented and records a finding. */
    DOCUMENTED,
    /** Refuses it. */
    STRICT
}
