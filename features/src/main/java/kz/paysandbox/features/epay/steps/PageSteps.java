package kz.paysandbox.features.epay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.paysandbox.features.browser.Browser;
import kz.paysandbox.features.epay.driver.Card;
import kz.paysandbox.features.epay.wire.Cryptogram;
import kz.paysandbox.features.epay.wire.EpayNotation;
import kz.paysandbox.features.epay.wire.PaymentAddress;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ParameterTypes.Amount;
import kz.paysandbox.features.steps.ScenarioContext;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** The bank's payment page, by the shop's script or by a link. */
public final class PageSteps {

    private static final Pattern TERMINAL = Pattern.compile("data-terminal=\"([^\"]+)\"");

    private final ScenarioContext scenario;
    private final EpayContext epay;
    private Response last = Response.answered(0, "");
    private Optional<URI> link = Optional.empty();

    public PageSteps(ScenarioContext scenario, EpayContext epay) {
        this.scenario = scenario;
        this.epay = epay;
    }

    @When("магазин готовит страницу оплаты на {amount} тенге")
    @When("the shop prepares the payment page for {amount} tenge")
    public void prepares(Amount amount) {
        scenario.remember(epay.bank().page(epay.order(amount.tenge())));
    }

    @Then("данные для страницы такие, как в документе: {string}")
    @Then("the page's object is as the document prints it: {string}")
    public void asPrinted(String golden) {
        Check.printed(golden, String.valueOf(scenario.answer().orFail()), EpayNotation.get());
    }

    @When("покупатель открывает страницу оплаты")
    @When("the customer opens the payment page")
    public void opens() {
        Browser browser = epay.browser();
        browser.post(
                URI.create("/payform/start"),
                Map.of("payment", String.valueOf(scenario.answer().orFail()), "mode", "page"));
        follow();
    }

    @When("покупатель открывает страницу оплаты по адресу из скрипта банка: {string}")
    @When("the customer opens the payment page at the address that the bank's script makes: {string}")
    public void opensAddress(String path) {
        JsonNode object = Json.read(String.valueOf(scenario.answer().orFail()));
        epay.browser().open(URI.create(path + "?params=" + PaymentAddress.params(object)));
        follow();
    }

    @When("магазин отправляет ссылку на оплату {amount} тенге")
    @When("the shop sends a link to pay {amount} tenge")
    public void link(Amount amount) {
        scenario.remember(
                epay.bank().link(epay.order(amount.tenge()), epay.shop().shopId()));
    }

    @When("покупатель открывает ссылку")
    @When("the customer opens the link")
    public void opensLink() {
        URI address = link.orElseGet(() -> (URI) scenario.answer().orFail());
        link = Optional.of(address);
        epay.browser().open(address);
        follow();
    }

    @When("браузер открывает {string}")
    @When("a browser opens {string}")
    public void opens(String path) {
        epay.browser().open(URI.create(path));
    }

    @Then("на странице есть {string}")
    @Then("the page shows {string}")
    public void shows(String text) {
        Response page = epay.browser().page();
        Check.that(page.body().contains(text), "the page was to show " + text + ": " + page);
    }

    @When("покупатель платит на странице {card}")
    @When("the customer pays on the page by {card}")
    public void pays(Card card) {
        Browser browser = epay.browser();
        String cryptogram = Cryptogram.of(card.pan(), card.expiry(), card.cvc(), browser.found(TERMINAL), key());
        last = browser.script("/card", Map.of("cryptogram", cryptogram, "name", "AIBEK SANDBOX", "cardSave", false));
    }

    @When("покупатель платит на странице запомненной картой")
    @When("the customer pays on the page by the kept card")
    public void paysByKept() {
        String account = epay.draft().account().orElseThrow();
        String card = epay.bank().cards(account).orFail().get(0).id();
        last = epay.browser().script("/card", Map.of("cardId", card));
    }

    @Then("страница говорит: {string}")
    @Then("the page says: {string}")
    public void says(String state) {
        Check.same(
                "what the page says (" + last + ")",
                state,
                Json.read(last.body()).path("state").asText());
    }

    @Then("страница называет код {code}")
    @Then("the page names code {code}")
    public void names(Long code) {
        JsonNode more = Json.read(last.body()).path("more");
        Check.same("the code (" + last + ")", code, more.path("code").asLong());
    }

    @When("страница ведёт покупателя к его банку")
    @When("the page leads the customer to his bank")
    public void leads() {
        JsonNode more = Json.read(last.body()).path("more");
        epay.browser()
                .post(
                        URI.create(more.path("action").asText()),
                        Map.of(
                                "MD", more.path("MD").asText(),
                                "PaReq", more.path("PaReq").asText(),
                                "TermUrl", more.path("TermUrl").asText()));
    }

    @When("покупатель возвращается на страницу оплаты")
    @When("the customer is back on the payment page")
    public void back() {
        epay.browser().submit(Map.of());
        follow();
    }

    private void follow() {
        Response page = epay.browser().page();
        if (page.status() / 100 == 3) {
            epay.browser().follow();
        }
    }

    private String key() {
        return epay.browser().aside("/public.rsa").body();
    }
}
