package kz.paysandbox.emulator.control;

import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.scenario.Progress;
import kz.paysandbox.emulator.scenario.Scenario;
import kz.paysandbox.emulator.scenario.ScenarioPlayer;

/**
 * The start of scenarios: in the world as it is, or in one that starts anew where the scenario names a seed or a
 * clock.
 */
public record ScenarioStarter(ControlContext context) {

    /** Refused where the world was deleted meanwhile. */
    public Outcome<Progress, String> play(World world, Scenario scenario) {
        return fresh(world, scenario)
                .map(ready -> ready.part(ScenarioPlayer.class).begin(scenario));
    }

    private Outcome<World, String> fresh(World world, Scenario scenario) {
        Scenario.Start start = scenario.start();
        return start.isFresh()
                ? context.worlds()
                        .restart(world.name(), start.seed().orElse(world.seed()), start.clock())
                        .fold(Outcome::ok, gone -> Outcome.refused("the world is gone"))
                : Outcome.ok(world);
    }
}
