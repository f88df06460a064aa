package kz.paysandbox.features.steps;

import io.cucumber.java.After;
import io.cucumber.java.Before;
import io.cucumber.java.Scenario;
import java.util.Optional;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.targets.Target;

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

    @After
    public void clearUp() {
        scenario.end();
    }
}
