package kz.paysandbox.emulator.core.desk;

import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.emulator.core.World;

/** Deliveries of a bank's callbacks. */
public interface CallbackDesk {

    /** Changes how they are delivered. */
    void changePolicy(World world, CallbackChange change);

    /** A callback of the ledger, to be written as JSON. */
    Optional<? extends Record> callback(World world, String id);

    /**
     * Tells the id of each callback that is added to the ledger or changed there, on the thread that does it.
     *
     * @return ends it
     */
    Runnable watch(World world, Consumer<String> watcher);

    /** How many are still to be delivered. */
    long owed(World world);

    /** The change that puts back how they are delivered now. */
    CallbackChange present(World world);
}
