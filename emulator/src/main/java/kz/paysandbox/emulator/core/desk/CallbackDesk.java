package kz.paysandbox.emulator.core.desk;

import java.util.Map;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;

/** Deliveries of a bank's callbacks. */
public interface CallbackDesk {

    /**
     * Changes how they are delivered; what is not named stays.
     *
     * @param changes keys: delay, duplicates, order, beforeResponse, retries
     * @return the policy as it is then, to be written as JSON
     */
    Outcome<? extends Record, Conflict> changePolicy(World world, Map<String, Object> changes);

    /** What puts the policy that is in force now back, whenever it is run. */
    Runnable restoration(World world);
}
