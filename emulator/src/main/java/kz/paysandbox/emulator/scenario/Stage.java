package kz.paysandbox.emulator.scenario;

import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;

/** Does to a world what a scenario says. */
public interface Stage {

    /** What was done, a fault's id for a fault; or why it could not be. */
    Outcome<String, String> perform(World world, Act act);
}
