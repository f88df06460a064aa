package kz.paysandbox.emulator.core.desk;

import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;

/** A change of the switches of an organisation, a trade point or a device, as its bank has read it; what it does not name stays. */
@FunctionalInterface
public interface MerchantChange {

    /**
     * Makes the change.
     *
     * @param id the BIN, the trade point's id or the device's token
     * @return the thing as it is then, to be written as JSON
     */
    Outcome<? extends Record, Conflict> apply(World world, String id);
}
