package kz.paysandbox.features.epay.steps;

import io.cucumber.java.After;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.epay.driver.Order;
import kz.paysandbox.features.steps.ScenarioContext;

/** The online shop and what its orders ask for. */
public final class OrderSteps {

    private final ScenarioContext scenario;
    private final EpayContext epay;

    public OrderSteps(ScenarioContext scenario, EpayContext epay) {
        this.scenario = scenario;
        this.epay = epay;
    }

    @After(order = 20_000)
    public void closeMailbox() {
        epay.end();
    }

    @Given("интернет-магазин, который списывает деньги сразу")
    @Given("an online shop that takes the money at once")
    public void oneStep() {
        epay.shop(epay.ownShop(1));
    }

    @Given("интернет-магазин, который сначала блокирует деньги")
    @Given("an online shop that holds the money first")
    public void twoSteps() {
        epay.shop(epay.ownShop(2));
    }

    @Given("интернет-магазин с неверным паролем")
    @Given("an online shop with a wrong password")
    public void wrongPassword() {
        epay.shop(epay.ownShop(1).withSecret("wrong"));
    }

    @Given("интернет-магазин с терминалом, которого у банка нет")
    @Given("an online shop with a terminal that the bank does not have")
    public void unknownTerminal() {
        epay.shop(epay.ownShop(1).withTerminal(EpayContext.UNKNOWN_ID));
    }

    @Given("интернет-магазин с терминалом другого магазина")
    @Given("an online shop with the terminal of another shop")
    public void foreignTerminal() {
        epay.shop(epay.ownShop(1).withTerminal(epay.ownShop(2).terminal()));
    }

    @When("за дело берётся другой магазин")
    @When("another shop takes over")
    public void another() {
        epay.shop(epay.ownShop(2));
    }

    @Given("покупатель магазина {string}")
    @Given("the shop's customer {string}")
    public void customer(String account) {
        epay.draft(epay.draft().withAccount(account));
    }

    @Given("покупатель просит запомнить карту")
    @Given("the customer wants the card to be kept")
    public void keepCard() {
        epay.draft(epay.draft().keepingCard());
    }

    @Given("магазин передаёт банку своё слово {string}")
    @Given("the shop gives the bank its own word {string}")
    public void word(String own) {
        epay.draft(epay.draft().withWord(own));
    }

    @Given("описание заказа из {int} букв")
    @Given("an order described in {int} letters")
    public void described(int letters) {
        epay.draft(epay.draft().described("x".repeat(letters)));
    }

    @Given("магазин просит сообщать ему об оплатах")
    @Given("the shop wants to be told of payments")
    public void told() {
        toldAt(Optional.of(epay.inbox().address()));
    }

    @Given("магазин указал адрес для сообщений, но не для отказов")
    @Given("the shop names an address for news, and none for failures")
    public void toldOnOneAddress() {
        toldAt(Optional.empty());
    }

    @When("банк отвечает на {string} причиной {code}")
    @When("the bank answers {string} with reason {code}")
    public void reason(String row, Long code) {
        scenario.fault(row, Map.of("reasonCode", code));
    }

    private void toldAt(Optional<URI> ofFailures) {
        Order.Links before = epay.draft().links();
        Order.Links links =
                new Order.Links(Optional.of(epay.inbox().address()), ofFailures, before.back(), before.failureBack());
        epay.draft(epay.draft().told(links));
    }
}
