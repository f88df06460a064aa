package kz.paysandbox.emulator.epay.callbacks;

/**
 * What outlives the process of a world's callbacks beside their ledger.
 *
 * @param policy in force
 * @param given how many were announced; the next one's id follows
 */
record CallbackState(CallbackPolicy policy, long given) {}
