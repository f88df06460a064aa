package kz.paysandbox.features.kaspi.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import kz.paysandbox.features.kaspi.driver.Details;
import kz.paysandbox.features.kaspi.steps.KaspiWords.Status;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.Scene;
import kz.paysandbox.features.steps.Words.Amount;

/** Money back: with the customer's scan, without it, or in the bank's own app. */
public final class RefundSteps {

    private final Scene scene;
    private final KaspiScene kaspi;

    public RefundSteps(Scene scene, KaspiScene kaspi) {
        this.scene = scene;
        this.kaspi = kaspi;
    }

    @When("кассир запрашивает QR-код возврата")
    @When("the cashier asks for a return code")
    public void asksForCode() {
        scene.heard(kaspi.bank().returnCode(kaspi.device())).value().ifPresent(kaspi::returnCode);
    }

    @Given("QR-код возврата с номером {long}")
    @Given("return code number {long}")
    public void code(long number) {
        kaspi.returnCode(number);
    }

    @When("покупатель сканирует QR-код возврата")
    @When("the customer scans the return code")
    public void scansCode() {
        scene.control().post("/returns/" + code() + "/scan", Map.of());
    }

    @When("QR-код возврата сканирует другой покупатель {phone}")
    @When("another customer {phone} scans the return code")
    public void anotherScansCode(String phone) {
        scene.control().post("/returns/" + code() + "/scan", Map.of("phone", phone));
    }

    @When("кассир спрашивает статус возврата")
    @When("the cashier asks how the return stands")
    public void asksStatus() {
        scene.heard(kaspi.bank().returnStatus(code()));
    }

    @Then("QR-код возврата {returnStatus}")
    @Then("the return code is {returnStatus}")
    public void stands(Status status) {
        Check.same(
                "the return code",
                status.wire(),
                scene.heard(kaspi.bank().returnStatus(code())).orFail());
    }

    @When("кассир возвращает {amount} тенге")
    @When("the cashier refunds {amount} tenge")
    public void refunds(Amount amount) {
        scene.heard(
                kaspi.bank().refund(kaspi.bin(), kaspi.device(), kaspi.payment(), kaspi.returnCode(), amount.tenge()));
    }

    @When("кассир возвращает {amount} тенге в приложении банка")
    @When("the cashier refunds {amount} tenge in the bank's app")
    public void refundsInApp(Amount amount) {
        scene.control().post("/payments/" + kaspi.payment() + "/refund", Map.of("amount", amount.tenge()));
    }

    @When("кассир спрашивает детали покупки")
    @When("the cashier asks for the purchase's details")
    public void asksDetails() {
        scene.heard(kaspi.bank().details(kaspi.payment(), kaspi.device()));
    }

    @Then("из {amount} тенге ещё можно вернуть {amount}")
    @Then("of {amount} tenge {amount} can still be refunded")
    public void rest(Amount total, Amount rest) {
        Details books = scene.heard(kaspi.bank().details(kaspi.payment(), kaspi.device()))
                .orFail();
        Check.same("the purchase", kaspi.payment(), books.id());
        Check.that(books.total().compareTo(total.tenge()) == 0, "what was paid: " + books);
        Check.that(books.refundable().compareTo(rest.tenge()) == 0, "what can still be refunded: " + books);
    }

    @When("кассир спрашивает покупки покупателя")
    @When("the cashier asks for the customer's purchases")
    public void asksPurchases() {
        scene.heard(kaspi.bank().purchases(kaspi.device(), code(), 10));
    }

    @Then("банк показывает покупки покупателя: {int}, последняя первой")
    @Then("the bank shows {int} purchase(s) of the customer, the last one first")
    public void purchases(int count) {
        List<Long> seen =
                scene.heard(kaspi.bank().purchases(kaspi.device(), code(), 10)).orFail();
        Check.same("the number of purchases", count, seen.size());
        Check.same("the last purchase", kaspi.payment(), seen.get(0));
    }

    @Then("если попросить одну покупку, банк показывает одну")
    @Then("asked for one purchase the bank shows one")
    public void onePurchase() {
        List<Long> seen =
                scene.heard(kaspi.bank().purchases(kaspi.device(), code(), 1)).orFail();
        Check.same("the purchases", List.of(kaspi.payment()), seen);
    }

    private long code() {
        return kaspi.returnCode()
                .orElseThrow(() -> new AssertionError("there is no return code; the bank said: " + scene.answer()));
    }
}
