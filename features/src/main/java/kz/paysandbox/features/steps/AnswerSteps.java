package kz.paysandbox.features.steps;

import io.cucumber.java.en.Then;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Answer.Outcome;

/** What the bank said last. */
public final class AnswerSteps {

    private final Scene scene;

    public AnswerSteps(Scene scene) {
        this.scene = scene;
    }

    @Then("банк соглашается")
    @Then("the bank agrees")
    public void agrees() {
        Check.same(
                "the bank's answer (" + scene.answer() + ")",
                Outcome.AGREED,
                scene.answer().outcome());
    }

    @Then("банк отказывает с кодом {code}")
    @Then("the bank refuses with code {code}")
    public void refuses(Long code) {
        Answer<?> answer = scene.answer();
        Check.same("the bank's answer (" + answer + ")", Outcome.REFUSED, answer.outcome());
        Check.same("the StatusCode (" + answer + ")", code, answer.code());
    }

    @Then("связи с банком нет")
    @Then("there is no connection to the bank")
    public void notConnected() {
        Check.same(
                "the call (" + scene.answer() + ")",
                Outcome.NOT_CONNECTED,
                scene.answer().outcome());
    }

    @Then("неизвестно, выполнил ли банк запрос")
    @Then("nobody knows whether the bank has done it")
    public void unknown() {
        Check.same(
                "the call (" + scene.answer() + ")",
                Outcome.UNKNOWN,
                scene.answer().outcome());
    }

    @Then("ответ банка не удалось понять")
    @Then("the bank's answer cannot be understood")
    public void notUnderstood() {
        Check.same(
                "the call (" + scene.answer() + ")",
                Outcome.NOT_UNDERSTOOD,
                scene.answer().outcome());
    }

    @Then("код {code} ничего не решает")
    @Then("code {code} settles nothing")
    public void settlesNothing(Long code) {
        Answer<?> answer = scene.answer();
        Check.same("the bank's answer (" + answer + ")", Outcome.UNKNOWN, answer.outcome());
        Check.that(answer.toString().contains(String.valueOf(code)), "the code: " + answer);
    }

    @Then("банк не пускает магазин")
    @Then("the bank does not admit the shop")
    public void notAdmitted() {
        Check.same(
                "the call (" + scene.answer() + ")",
                Outcome.NOT_ADMITTED,
                scene.answer().outcome());
    }
}
