package kz.paysandbox.features.epay.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.math.BigDecimal;
import java.util.Optional;
import kz.paysandbox.features.driver.Answer.Outcome;
import kz.paysandbox.features.epay.driver.CardSale;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ParameterTypes.Amount;
import kz.paysandbox.features.steps.ScenarioContext;

/** What a shop does with a payment that it has: charge, release, give back. */
public final class OperationSteps {

    private final ScenarioContext scenario;
    private final EpayContext epay;

    public OperationSteps(ScenarioContext scenario, EpayContext epay) {
        this.scenario = scenario;
        this.epay = epay;
    }

    @When("магазин списывает из заблокированного {amount} тенге")
    @When("the shop takes {amount} tenge of the hold")
    public void charges(Amount amount) {
        scenario.remember(epay.bank().charge(epay.sale(), Optional.of(amount.tenge())));
    }

    @When("магазин списывает всё заблокированное")
    @When("the shop takes the whole hold")
    public void chargesAll() {
        scenario.remember(epay.bank().charge(epay.sale(), Optional.empty()));
    }

    @When("магазин снимает блокировку")
    @When("the shop releases the hold")
    public void releases() {
        scenario.remember(epay.bank().release(epay.sale()));
    }

    @When("магазин возвращает покупателю {amount} тенге")
    @When("the shop gives {amount} tenge back")
    public void refunds(Amount amount) {
        scenario.remember(epay.bank().refund(epay.sale(), Optional.of(amount.tenge()), Optional.empty()));
    }

    @When("магазин возвращает покупателю всё")
    @When("the shop gives all of it back")
    public void refundsAll() {
        scenario.remember(epay.bank().refund(epay.sale(), Optional.empty(), Optional.empty()));
    }

    @When("магазин возвращает покупателю {amount} тенге под номером {string}")
    @When("the shop gives {amount} tenge back under number {string}")
    public void refunds(Amount amount, String number) {
        scenario.remember(epay.bank().refund(epay.sale(), Optional.of(amount.tenge()), Optional.of(number)));
    }

    @Given("платёж, которого у банка нет")
    @Given("a payment that the bank does not have")
    public void unknown() {
        String invoice = epay.order(BigDecimal.TEN).invoice();
        epay.sale(new CardSale(EpayContext.UNKNOWN_ID, invoice, Optional.empty()));
    }

    /** By the bank, or by a shop that knows the rule itself. */
    @Then("магазину отказано")
    @Then("the shop is refused")
    public void refused() {
        Outcome outcome = scenario.answer().outcome();
        Check.that(
                outcome == Outcome.REFUSED || outcome == Outcome.NOT_CONNECTED,
                "it was to be refused: " + scenario.answer());
    }
}
