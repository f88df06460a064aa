package kz.paysandbox.features.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import io.cucumber.java.Status;
import java.util.Optional;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.wire.Exchange;

/** Skips what cannot be tried here, with the reason, and clears up. */
public final class ScenarioHooks {

    private final ScenarioContext scenario;
    private final Target target;
    private final Driver driver;

    public ScenarioHooks(ScenarioContext scenario, Target target, Driver driver) {
        this.scenario = scenario;
        this.target = target;
        this.driver = driver;
    }

    @Before(order = 0)
    public void skipWhatCannotBeTried(Scenario here) {
        here.getSourceTagNames().stream()
                .map(Need::of)
                .flatMap(Optional::stream)
                .filter(need ->
                        !target.offers().contains(need) || !driver.offers().contains(need))
                .findFirst()
                .ifPresent(need -> {
                    throw Skip.because(need.reason());
                });
    }

    /** The exchanges of a failed scenario are attached to it before they are forgotten. */
    @After
    public void clearUp(Scenario here) {
        try {
            if (here.getStatus() != Status.PASSED && here.getStatus() != Status.SKIPPED) {
                here.attach(Exchange.write(scenario.exchanges()), Exchange.MEDIA_TYPE, "exchanges");
            }
        } finally {
            scenario.end();
        }
    }
}
