package kz.paysandbox.features.epay.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.epay.driver.Card;
import kz.paysandbox.features.epay.driver.CardSale;
import kz.paysandbox.features.epay.driver.Order;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ParameterTypes.Amount;
import kz.paysandbox.features.steps.ScenarioContext;

/** 3-D Secure: the customer before the page of his own bank. */
public final class IssuerSteps {

    private static final Pattern CODE = Pattern.compile("shown-code\">(\\d{6})<");
    private static final String WRONG = "0";

    private final ScenarioContext scenario;
    private final EpayContext epay;
    private final CardSteps cards;

    public IssuerSteps(ScenarioContext scenario, EpayContext epay, CardSteps cards) {
        this.scenario = scenario;
        this.epay = epay;
        this.cards = cards;
    }

    @Given("покупатели магазина возвращаются на {string}")
    @Given("the shop's customers come back to {string}")
    public void comeBackTo(String address) {
        Order.Links links = epay.draft().links();
        URI back = URI.create(address);
        epay.draft(epay.draft().told(new Order.Links(links.told(), links.toldOfFailure(), back, back)));
    }

    @Given("банк покупателя спрашивает код для оплаты {amount} тенге {card}")
    @Given("the customer's bank asks for a code for {amount} tenge by {card}")
    public void asked(Amount amount, Card card) {
        cards.havePaid(amount, card);
        opens();
    }

    @When("покупатель открывает страницу своего банка")
    @When("the customer opens the page of his bank")
    public void opens() {
        CardSale.Question question = question();
        epay.browser()
                .post(
                        question.action(),
                        Map.of(
                                "MD", question.md(),
                                "PaReq", question.paReq(),
                                "TermUrl", termUrl().toString()));
    }

    @When("покупатель вводит верный код")
    @When("the customer types the right code")
    public void rightCode() {
        types(epay.browser().found(CODE));
    }

    @When("покупатель вводит неверный код")
    @When("the customer types a wrong code")
    public void wrongCode() {
        types(WRONG);
    }

    @When("покупатель отказывается от ввода кода")
    @When("the customer gives the code up")
    public void givesUp() {
        epay.browser().submit(Map.of("code", "", "act", "cancel"));
    }

    @Then("страница банка покупателя просит код ещё раз")
    @Then("the bank's page asks for the code again")
    public void again() {
        epay.browser().found(CODE);
    }

    @When("магазин передаёт ответ банку")
    @When("the shop brings the answer to the bank")
    public void confirms() {
        Answer<CardSale> answer =
                epay.bank().confirm(epay.order(), epay.sale(), epay.browser().hidden("PaRes"));
        scenario.remember(answer);
    }

    @When("магазин передаёт банку чужой ответ")
    @When("the shop brings a forged answer to the bank")
    public void forges() {
        scenario.remember(epay.bank().confirm(epay.order(), epay.sale(), "Zm9yZ2Vk"));
    }

    @When("браузер покупателя передаёт ответ банку")
    @When("the customer's browser brings the answer to the bank")
    public void browserConfirms() {
        epay.browser().submit(Map.of());
    }

    @Then("покупатель возвращается на {string}")
    @Then("the customer comes back to {string}")
    public void comesBack(String beginning) {
        String location = epay.browser().page().location();
        Check.that(location.startsWith(beginning), "the customer was to come back to " + beginning + ": " + location);
    }

    private void types(String code) {
        epay.browser().submit(Map.of("code", code, "act", "confirm"));
    }

    private CardSale.Question question() {
        return epay.sale()
                .question()
                .orElseThrow(() -> new AssertionError("nobody asks the customer: " + scenario.answer()));
    }

    /** The SDK's way back; a shop with a page of its own never lets the browser follow it. */
    private URI termUrl() {
        return URI.create(epay.site().hosts().api() + "/payments/cards/confirmPayment");
    }
}
