package kz.paysandbox.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Map;

/** What time and a bad line do, by the sandbox's control surface. */
public final class ControlSteps {

    private final ScenarioContext scenario;

    public ControlSteps(ScenarioContext scenario) {
        this.scenario = scenario;
    }

    @When("проходит {long} с")
    @When("{long} s pass")
    public void pass(long seconds) {
        scenario.control().advance(seconds);
    }

    @Given("ответ на {string} теряется после выполнения")
    @Given("the answer to {string} is lost after it was carried out")
    public void lostAfter(String row) {
        scenario.fault(row, Map.of("drop", "after"));
    }

    @Given("вместо ответа на {string} приходит страница с ошибкой")
    @Given("{string} is answered with an error page")
    public void errorPage(String row) {
        scenario.fault(row, Map.of("body", "html"));
    }
}
