package kz.paysandbox.features.kaspi.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import kz.paysandbox.features.kaspi.driver.PurchaseDetails;
import kz.paysandbox.features.kaspi.steps.KaspiParameterTypes.Status;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ParameterTypes.Amount;
import kz.paysandbox.features.steps.ScenarioContext;

/** Money back: with the customer's scan, without it, or in the bank's own app. */
public final class RefundSteps {

    private final ScenarioContext scenario;
    private final KaspiContext kaspi;

    public RefundSteps(ScenarioContext scenario, KaspiContext kaspi) {
        this.scenario = scenario;
        this.kaspi = kaspi;
    }

    @When("кассир запрашивает QR-код возврата")
    @When("the cashier asks for a return code")
    public void asksForCode() {
        scenario.remember(kaspi.bank().returnCode(kaspi.device())).value().ifPresent(kaspi::returnCode);
    }

    @Given("QR-код возврата с номером {long}")
    @Given("return code number {long}")
    public void code(long number) {
        kaspi.returnCode(number);
    }

    @When("покупатель сканирует QR-код возврата")
    @When("the customer scans the return code")
    public void scansCode() {
        scenario.control().post("/returns/" + code() + "/scan", Map.of());
    }

    @When("QR-код возврата сканирует другой покупатель {phone}")
    @When("another customer {phone} scans the return code")
    public void anotherScansCode(String phone) {
        scenario.control().post("/returns/" + code() + "/scan", Map.of("phone", phone));
    }

    @When("кассир спрашивает статус возврата")
    @When("the cashier asks how the return stands")
    public void asksStatus() {
        scenario.remember(kaspi.bank().returnStatus(code()));
    }

    @Then("QR-код возврата {returnStatus}")
    @Then("the return code is {returnStatus}")
    public void stands(Status status) {
        Check.same(
                "the return code",
                status.wire(),
                scenario.remember(kaspi.bank().returnStatus(code())).orFail());
    }

    @When("кассир возвращает {amount} тенге")
    @When("the cashier refunds {amount} tenge")
    public void refunds(Amount amount) {
        scenario.remember(
                kaspi.bank().refund(kaspi.bin(), kaspi.device(), kaspi.payment(), kaspi.returnCode(), amount.tenge()));
    }

    @When("кассир возвращает {amount} тенге в приложении банка")
    @When("the cashier refunds {amount} tenge in the bank's app")
    public void refundsInApp(Amount amount) {
        scenario.control().post("/payments/" + kaspi.payment() + "/refund", Map.of("amount", amount.tenge()));
    }

    @When("кассир спрашивает детали покупки")
    @When("the cashier asks for the purchase's details")
    public void asksDetails() {
        scenario.remember(kaspi.bank().details(kaspi.payment(), kaspi.device()));
    }

    @Then("из {amount} тенге ещё можно вернуть {amount}")
    @Then("of {amount} tenge {amount} can still be refunded")
    public void rest(Amount total, Amount rest) {
        PurchaseDetails books = scenario.remember(kaspi.bank().details(kaspi.payment(), kaspi.device()))
                .orFail();
        Check.same("the purchase", kaspi.payment(), books.id());
        Check.that(books.total().compareTo(total.tenge()) == 0, "what was paid: " + books);
        Check.that(books.refundable().compareTo(rest.tenge()) == 0, "what can still be refunded: " + books);
    }

    @When("кассир спрашивает покупки покупателя")
    @When("the cashier asks for the customer's purchases")
    public void asksPurchases() {
        scenario.remember(kaspi.bank().purchases(kaspi.device(), code(), 10));
    }

    @Then("банк показывает покупки покупателя: {int}, последняя первой")
    @Then("the bank shows {int} purchase(s) of the customer, the last one first")
    public void purchases(int count) {
        List<Long> seen = scenario.remember(kaspi.bank().purchases(kaspi.device(), code(), 10))
                .orFail();
        Check.same("the number of purchases", count, seen.size());
        Check.same("the last purchase", kaspi.payment(), seen.get(0));
    }

    @Then("если попросить одну покупку, банк показывает одну")
    @Then("asked for one purchase the bank shows one")
    public void onePurchase() {
        List<Long> seen = scenario.remember(kaspi.bank().purchases(kaspi.device(), code(), 1))
                .orFail();
        Check.same("the purchases", List.of(kaspi.payment()), seen);
    }

    private long code() {
        return kaspi.returnCode()
                .orElseThrow(() -> new AssertionError("there is no return code; the bank said: " + scenario.answer()));
    }
}
