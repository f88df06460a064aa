package kz.paysandbox.features.thirdbank;

import io.cucumber.java.en.When;
import kz.paysandbox.features.steps.ParameterTypes.Amount;
import kz.paysandbox.features.steps.ScenarioContext;

/** The toy bank's one sentence. */
public final class ToySteps {

    private final ScenarioContext scenario;
    private final ToyDriver driver;

    public ToySteps(ScenarioContext scenario, ToyDriver driver) {
        this.scenario = scenario;
        this.driver = driver;
    }

    @When("the customer pays {amount} tenge at the toy bank")
    public void pays(Amount amount) {
        scenario.remember(driver.pay(scenario, amount.tenge().toPlainString()));
    }
}
