package kz.paysandbox.emulator.core.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;

/** A bank's merchants; what comes back is the thing as it is then, to be written as JSON. Values are text, number, flag or list. */
public interface MerchantDesk {

    /** Where no bank has any. */
    MerchantDesk NONE = new NoMerchants();

    /** Adds an organisation with its trade points: keys bin, name (optional), tradePoints (list of id, name). */
    Outcome<? extends Record, Conflict> addOrganization(World world, Map<String, Object> organization);

    /** Adds a trade point to an organisation: keys id, bin, name. */
    Outcome<? extends Record, Conflict> addTradePoint(World world, Map<String, Object> tradePoint);

    /** Tokens of all devices, in the order they were registered. */
    List<String> devices(World world);

    /** The customer's app scans a return QR code. */
    Outcome<? extends Record, Conflict> scanReturn(World world, String id, Optional<String> phone);
}
