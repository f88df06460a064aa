package kz.paysandbox.emulator.http.bank;

import java.util.Optional;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.input.MerchantSwitches;

/** A bank that can be served: all that the server knows of it comes through this port. */
public interface BankModule extends Bank {

    /** Makes ready to serve, by the settings that are in force; nothing listens yet. */
    BankServer start(BankStart start);

    /** The switches of its merchants; empty where it has none. */
    default Optional<MerchantSwitches> switches() {
        return Optional.empty();
    }
}
