package kz.paysandbox.emulator.core.desk;

import kz.paysandbox.emulator.core.World;

/** Deliveries of a bank's callbacks. */
public interface CallbackDesk {

    /** Changes how they are delivered. */
    void changePolicy(World world, CallbackChange change);

    /** What puts the policy that is in force now back, whenever it is run. */
    Runnable restoration(World world);
}
