package kz.paysandbox.features.bank;

/** One way to call one bank; the bank's sentences ask for it by its own type. Safe for parallel scenarios. */
public interface BankDriver {}
