package kz.paysandbox.emulator.control;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.IdentityDesk;
import kz.paysandbox.emulator.core.desk.MerchantDesk;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.scenario.Library;

/**
 * What the control surface works on; filled by the composition root.
 *
 * @param bankRows further rows of the table, which concern one bank alone
 * @param up whether every listener can answer
 * @param freshCredentials makes the credentials of a new world
 * @param serverSeed what seeds of worlds made without one are derived from
 */
public record ControlRoom(
        Worlds worlds,
        List<BankDesk> banks,
        MerchantDesk merchants,
        IdentityDesk identities,
        Library scenarios,
        List<ControlEndpoint> bankRows,
        Settings settings,
        BooleanSupplier up,
        Supplier<Credentials> freshCredentials,
        long serverSeed,
        ControlJson json) {

    public ControlRoom {
        banks = List.copyOf(banks);
        bankRows = List.copyOf(bankRows);
    }
}
