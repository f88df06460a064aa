package kz.paysandbox.emulator.core.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;

/** Switches of a bank's merchants; what comes back is the thing as it is then, to be written as JSON. Values are text, number, flag or list. */
public interface MerchantDesk {

    /** Where no bank has any. */
    MerchantDesk NONE = new NoMerchants();

    /** Keys: active, paymentMethods, behaviorOptions, allowedAddresses, partialRefunds. */
    Outcome<? extends Record, Conflict> patchOrganization(World world, String bin, Map<String, Object> patch);

    /** Adds an organisation with its trade points: keys bin, name (optional), tradePoints (list of id, name). */
    Outcome<? extends Record, Conflict> addOrganization(World world, Map<String, Object> organization);

    /** Keys: active, qrPayments, removed. */
    Outcome<? extends Record, Conflict> patchTradePoint(World world, String id, Map<String, Object> patch);

    /** Adds a trade point to an organisation: keys id, bin, name. */
    Outcome<? extends Record, Conflict> addTradePoint(World world, Map<String, Object> tradePoint);

    /** Keys: active. */
    Outcome<? extends Record, Conflict> patchDevice(World world, String token, Map<String, Object> patch);

    /** Tokens of all devices, in the order they were registered. */
    List<String> devices(World world);

    /** The customer's app scans a return QR code. */
    Outcome<? extends Record, Conflict> scanReturn(World world, String id, Optional<String> phone);
}
