package kz.paysandbox.adapters.epay.callback;

import kz.paysandbox.adapters.epay.payment.Transaction;

/**
 * The check of a callback's terminal.
 *
 * @param own the shop's terminal, by its UUID
 */
record CallbackTerminal(String own) {
    /** Whether a callback names one that is neither this UUID nor a number: told before the bank is asked. */
    boolean foreign(Callback callback) {
        return callback.terminal()
                .filter(sent -> !sent.equalsIgnoreCase(own) && !sent.matches("[0-9]+"))
                .isPresent();
    }

    /** Whether it is another shop's; the callback may name it by its number or by its UUID, the status shows both. */
    boolean foreign(Callback callback, Transaction bank) {
        boolean shown = bank.terminalId().map(own::equalsIgnoreCase).orElse(true);
        boolean named = callback.terminal()
                .map(sent -> sent.equalsIgnoreCase(own)
                        || bank.terminal().map(sent::equals).orElse(true))
                .orElse(true);
        return !shown || !named;
    }
}
