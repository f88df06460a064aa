package kz.paysandbox.features.steps;

import io.cucumber.java.en.Then;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Answer.Outcome;

/** What the bank said last. */
public final class AnswerSteps {

    private final ScenarioContext scenario;

    public AnswerSteps(ScenarioContext scenario) {
        this.scenario = scenario;
    }

    @Then("банк соглашается")
    @Then("the bank agrees")
    public void agrees() {
        outcome(Outcome.AGREED);
    }

    @Then("банк отказывает с кодом {code}")
    @Then("the bank refuses with code {code}")
    public void refuses(Long code) {
        outcome(Outcome.REFUSED);
        Answer<?> answer = scenario.answer();
        Check.same("the code (" + answer + ")", code, answer.code());
    }

    @Then("связи с банком нет")
    @Then("there is no connection to the bank")
    public void notConnected() {
        outcome(Outcome.NOT_CONNECTED);
    }

    @Then("неизвестно, выполнил ли банк запрос")
    @Then("nobody knows whether the bank has done it")
    public void unknown() {
        outcome(Outcome.UNKNOWN);
    }

    @Then("ответ банка не удалось понять")
    @Then("the bank's answer cannot be understood")
    public void notUnderstood() {
        outcome(Outcome.NOT_UNDERSTOOD);
    }

    @Then("код {code} ничего не решает")
    @Then("code {code} settles nothing")
    public void settlesNothing(Long code) {
        outcome(Outcome.UNKNOWN);
        Answer<?> answer = scenario.answer();
        Check.that(answer.toString().contains(String.valueOf(code)), "the code: " + answer);
    }

    @Then("банк не пускает магазин")
    @Then("the bank does not admit the shop")
    public void notAdmitted() {
        outcome(Outcome.NOT_ADMITTED);
    }

    private void outcome(Outcome expected) {
        Answer<?> answer = scenario.answer();
        Check.same("the bank's answer (" + answer + ")", expected, answer.outcome());
    }
}
