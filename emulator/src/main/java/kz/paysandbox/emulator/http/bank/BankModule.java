package kz.paysandbox.emulator.http.bank;

import kz.paysandbox.emulator.core.bank.Bank;

/** A bank that can be served: all that the server knows of it comes through this port. */
public interface BankModule extends Bank {

    /** Makes ready to serve, by the settings that are in force; nothing listens yet. */
    BankServer start(BankStart start);
}
