package kz.paysandbox.features.kaspi.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.TestHook;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ParameterTypes.Amount;
import kz.paysandbox.features.steps.ScenarioContext;

/** Invoices to a phone number. */
public final class InvoiceSteps {

    private final ScenarioContext scenario;
    private final KaspiContext kaspi;

    public InvoiceSteps(ScenarioContext scenario, KaspiContext kaspi) {
        this.scenario = scenario;
        this.kaspi = kaspi;
    }

    @Given("счёт на {amount} тенге выставлен покупателю {phone}")
    @Given("an invoice of {amount} tenge to customer {phone}")
    public void invoice(Amount amount, String phone) {
        invoices(phone, amount);
        scenario.answer().orFail();
    }

    @When("кассир ищет покупателя {phone}")
    @When("the cashier looks up customer {phone}")
    public void looksUp(String phone) {
        scenario.remember(kaspi.bank().clientName(phone, kaspi.device()));
    }

    @When("кассир ищет покупателя {phone} {int} раз подряд")
    @When("the cashier looks up customer {phone} {int} times")
    public void looksUpOften(String phone, int times) {
        for (int time = 0; time < times; time++) {
            looksUp(phone);
        }
    }

    @Then("банк называет имя покупателя")
    @Then("the bank tells the customer's name")
    public void named() {
        Check.that(
                scenario.answer().orFail() instanceof String name && !name.isBlank(), "no name: " + scenario.answer());
    }

    @When("кассир выставляет покупателю {phone} счёт на {amount} тенге")
    @When("the cashier invoices customer {phone} {amount} tenge")
    public void invoices(String phone, Amount amount) {
        Answer<Long> answer =
                scenario.remember(kaspi.bank().invoice(kaspi.bin(), kaspi.device(), phone, amount.tenge()));
        answer.value().ifPresent(kaspi::payment);
    }

    @When("покупатель оплачивает счёт")
    @When("the customer pays the invoice")
    public void pays() {
        scenario.remember(kaspi.bank().play(TestHook.CONFIRM, kaspi.payment()));
    }

    @When("кассир отменяет счёт")
    @When("the cashier cancels the invoice")
    public void cancels() {
        scenario.remember(kaspi.bank().cancel(kaspi.bin(), kaspi.device(), kaspi.payment()));
    }

    @Then("банк подтверждает отмену")
    @Then("the bank confirms the cancellation")
    public void cancelled() {
        Check.same("the invoice", "RemotePaymentCanceled", scenario.answer().orFail());
    }
}
