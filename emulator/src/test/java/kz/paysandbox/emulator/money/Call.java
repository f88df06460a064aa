package kz.paysandbox.emulator.money;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One call to a bank, and what it does to the books if it is applied, by the documents' rules.
 *
 * @param account of the payment that it is about; empty for one that makes a payment
 * @param effect on that payment
 * @param made what the new payment is like, where the call makes one; its id is the bank's to give
 */
record Call(
        boolean kaspi,
        String listener,
        String path,
        Map<String, Object> body,
        Optional<Account> account,
        UnaryOperator<Account> effect,
        Optional<Account> made) {

    static Call making(boolean kaspi, String listener, String path, Map<String, Object> body, Account made) {
        return new Call(kaspi, listener, path, body, Optional.empty(), UnaryOperator.identity(), Optional.of(made));
    }

    static Call about(
            Account account, String listener, String path, Map<String, Object> body, UnaryOperator<Account> effect) {
        return new Call(
                account.bank().equals("kaspi"), listener, path, body, Optional.of(account), effect, Optional.empty());
    }

    /** From one status to the next, and nothing in any other. */
    static UnaryOperator<Account> from(String status, UnaryOperator<Account> effect) {
        return account -> account.status().equals(status) ? effect.apply(account) : account;
    }

    static UnaryOperator<Account> refund(String status, BigDecimal tenge) {
        return from(
                status,
                account -> tenge.signum() > 0 && tenge.compareTo(account.left()) <= 0
                        ? account.refunding(tenge)
                        : account);
    }
}
