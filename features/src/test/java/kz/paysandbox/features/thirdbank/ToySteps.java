package kz.paysandbox.features.thirdbank;

import io.cucumber.java.en.When;
import kz.paysandbox.features.steps.Scene;
import kz.paysandbox.features.steps.Words.Amount;

/** The toy bank's one sentence. */
public final class ToySteps {

    private final Scene scene;
    private final ToyDriver driver;

    public ToySteps(Scene scene, ToyDriver driver) {
        this.scene = scene;
        this.driver = driver;
    }

    @When("the customer pays {amount} tenge at the toy bank")
    public void pays(Amount amount) {
        scene.heard(driver.pay(scene, amount.tenge().toPlainString()));
    }
}
