package kz.paysandbox.features.bank;

/** One bank as one scenario finds it at a target: its addresses, credentials and numbers. */
public interface BankSite {}
