package kz.paysandbox.adapters.money;

/** Which of the three answers about money was given. */
public enum Settlement {
    /** The bank carried the call out. */
    APPLIED,
    /** The bank certainly did not carry the call out. */
    NOT_APPLIED,
    /** Nobody knows yet. */
    UNKNOWN
}
