package kz.paysandbox.emulator.core.desk;

import java.math.BigDecimal;
import java.util.List;
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

    /**
     * Changes the switches of an organisation, a trade point or a device.
     *
     * @param id the BIN, the trade point's id or the device's token
     */
    Outcome<? extends Record, Conflict> change(World world, String id, MerchantChange change);

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

    /** Changes how callbacks are delivered; why not, where no bank has callbacks. */
    Optional<Conflict> changeCallbacks(World world, CallbackChange change);

    /** The change that puts back how callbacks are delivered now; empty where no bank has callbacks. */
    Optional<CallbackChange> callbacks(World world);
}
