package kz.paysandbox.emulator.core.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.CustomerChange;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultRule;

/** All that can be done to a world beside calling its banks, whoever does it: a call of the control surface, a scenario. */
public interface WorldDesk {

    /** Ids of the payments of all banks, oldest first. */
    List<String> payments(World world);

    /** Tokens of all devices, in the order they were registered. */
    List<String> devices(World world);

    /** The customer of a payment acts; see {@link BankDesk#act}. */
    Outcome<PaymentView, Conflict> act(World world, String payment, CustomerAct act, Optional<String> phone);

    /** The cashier gives money back in the bank's own app; tenge. */
    Outcome<PaymentView, Conflict> refund(World world, String payment, BigDecimal amount);

    /** Switches of an organisation; see {@link MerchantDesk#patchOrganization}. */
    Outcome<? extends Record, Conflict> patchOrganization(World world, String bin, Map<String, Object> patch);

    /** Switches of a trade point; see {@link MerchantDesk#patchTradePoint}. */
    Outcome<? extends Record, Conflict> patchTradePoint(World world, String id, Map<String, Object> patch);

    /** Switches of a device; see {@link MerchantDesk#patchDevice}. */
    Outcome<? extends Record, Conflict> patchDevice(World world, String token, Map<String, Object> patch);

    /** Revokes a client certificate now. */
    Outcome<IdentityDesk.State, Conflict> revoke(World world, String certificate);

    /** Makes a new client certificate in a certificate's place. */
    Outcome<IdentityDesk.Identity, Conflict> renew(World world, String certificate);

    /**
     * Adds a fault. Refused as {@link Conflict.Kind#FULL} where a world has as many as it can have.
     */
    Outcome<Fault, Conflict> addFault(World world, FaultRule rule);

    /** Changes the automatic customer. */
    CustomerMode changeCustomer(World world, CustomerChange change);

    /** Changes how callbacks are delivered; see {@link CallbackDesk#changePolicy}. */
    Outcome<? extends Record, Conflict> changeCallbacks(World world, Map<String, Object> changes);

    /** What puts callbacks back as they are delivered now; see {@link CallbackDesk#restoration}. */
    Runnable callbackRestoration(World world);
}
