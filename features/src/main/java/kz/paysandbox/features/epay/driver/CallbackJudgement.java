package kz.paysandbox.features.epay.driver;

/** What a shop makes of a callback, which carries no signature. */
public enum CallbackJudgement {
    /** The bank's books say the same, and the shop did not know it. */
    NEWS,
    /** True, and known before. */
    KNOWN,
    /** About an earlier try, when a later one was paid. */
    OUTDATED,
    /** It does not fit the shop's order or the bank's books. */
    NOT_BELIEVED
}
