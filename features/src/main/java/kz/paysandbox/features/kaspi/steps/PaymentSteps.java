package kz.paysandbox.features.kaspi.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.ExtendedStatus;
import kz.paysandbox.features.kaspi.driver.Sale;
import kz.paysandbox.features.kaspi.driver.TestHook;
import kz.paysandbox.features.kaspi.steps.KaspiParameterTypes.Status;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ParameterTypes.Amount;
import kz.paysandbox.features.steps.ScenarioContext;

/** A purchase, from the code on the screen to the money. */
public final class PaymentSteps {

    private final ScenarioContext scenario;
    private final KaspiContext kaspi;

    public PaymentSteps(ScenarioContext scenario, KaspiContext kaspi) {
        this.scenario = scenario;
        this.kaspi = kaspi;
    }

    @When("кассир показывает QR-код на {amount} тенге")
    @When("the cashier shows a QR code for {amount} tenge")
    public void showsCode(Amount amount) {
        opened(kaspi.bank().qr(kaspi.bin(), kaspi.device(), amount.tenge()));
    }

    @When("кассир отправляет ссылку на {amount} тенге")
    @When("the cashier sends a payment link for {amount} tenge")
    public void sendsLink(Amount amount) {
        opened(kaspi.bank().link(kaspi.bin(), kaspi.device(), amount.tenge()));
    }

    @Given("покупка на {amount} тенге оплачена")
    @Given("a purchase of {amount} tenge is paid")
    public void paid(Amount amount) {
        showsCode(amount);
        kaspi.bank().play(TestHook.SCAN, kaspi.payment()).orFail();
        kaspi.bank().play(TestHook.CONFIRM, kaspi.payment()).orFail();
    }

    @Given("покупка с номером {long}")
    @Given("purchase number {long}")
    public void purchase(long number) {
        kaspi.payment(number);
    }

    @When("покупатель сканирует код")
    @When("the customer scans the code")
    public void scans() {
        scenario.remember(kaspi.bank().play(TestHook.SCAN, kaspi.payment()));
    }

    @When("покупатель подтверждает оплату")
    @When("the customer confirms the payment")
    public void confirms() {
        scenario.remember(kaspi.bank().play(TestHook.CONFIRM, kaspi.payment()));
    }

    @When("покупатель отказывается платить")
    @When("the customer declines the payment")
    public void declines() {
        scenario.remember(kaspi.bank().play(TestHook.CONFIRMERROR, kaspi.payment()));
    }

    @When("сканирование не удаётся")
    @When("the scan fails")
    public void scanFails() {
        scenario.remember(kaspi.bank().play(TestHook.SCANERROR, kaspi.payment()));
    }

    @When("кассир спрашивает статус покупки")
    @When("the cashier asks how the purchase stands")
    public void asks() {
        scenario.remember(kaspi.bank().status(kaspi.payment()));
    }

    @When("кассир спрашивает расширенный статус покупки")
    @When("the cashier asks for the extended status")
    public void asksMore() {
        scenario.remember(kaspi.bank().overview(kaspi.payment()));
    }

    @Then("покупка {status}")
    @Then("the purchase is {status}")
    public void stands(Status status) {
        Check.same(
                "the purchase",
                status.wire(),
                scenario.remember(kaspi.bank().status(kaspi.payment())).orFail());
    }

    @Then("расширенный статус: {status}, {amount} тенге, {string}")
    @Then("the extended status says {status}, {amount} tenge, {string}")
    public void standsInFull(Status status, Amount amount, String shop) {
        ExtendedStatus seen =
                scenario.remember(kaspi.bank().overview(kaspi.payment())).orFail();
        Check.same("the purchase", status.wire(), seen.status());
        Check.that(seen.amount().compareTo(amount.tenge()) == 0, "amount: " + seen);
        Check.same("the shop", shop, seen.shop());
    }

    @Then("у покупателя {long} с на сканирование и {long} с на подтверждение, опрос каждые {long} с")
    @Then("the customer has {long} s to scan and {long} s to confirm, polled every {long} s")
    public void times(long wait, long confirm, long poll) {
        Sale sale = (Sale) scenario.answer().orFail();
        Check.same("seconds to scan", wait, sale.waitSeconds());
        Check.same("seconds to confirm", confirm, sale.confirmSeconds());
        Check.same("seconds between polls", poll, sale.pollSeconds());
    }

    private void opened(Answer<Sale> answer) {
        scenario.remember(answer).value().ifPresent(sale -> kaspi.payment(sale.id()));
    }
}
