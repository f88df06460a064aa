package kz.paysandbox.features.kaspi.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.TradePointEntry;
import kz.paysandbox.features.kaspi.targets.Identity;
import kz.paysandbox.features.kaspi.wire.Scheme;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ScenarioContext;

/** The shop and its tills. */
public final class ShopSteps {

    private static final String UNKNOWN_TILL = "00000000-0000-4000-8000-000000000000";

    private final ScenarioContext scenario;
    private final KaspiContext kaspi;

    private final Randomness random;

    public ShopSteps(ScenarioContext scenario, KaspiContext kaspi, Randomness random) {
        this.scenario = scenario;
        this.kaspi = kaspi;
        this.random = random;
    }

    @Given("магазин работает по схеме {scheme}")
    @Given("a shop under scheme {scheme}")
    public void shop(Scheme scheme) {
        kaspi.scheme(scheme);
    }

    @Given("магазин без ключа и сертификата обращается по схеме {scheme}")
    @Given("a shop without key and certificate under scheme {scheme}")
    public void stranger(Scheme scheme) {
        kaspi.scheme(scheme);
        kaspi.device(UNKNOWN_TILL);
        kaspi.payment(1);
        kaspi.returnCode(1);
        kaspi.identity(Identity.none());
    }

    @Given("организация с БИН {string}")
    @Given("the organisation with BIN {string}")
    public void organisation(String bin) {
        kaspi.bin(bin);
    }

    @Given("касса в торговой точке {long} по схеме {scheme}")
    @Given("a till at trade point {long} under scheme {scheme}")
    public void till(long tradePoint, Scheme scheme) {
        kaspi.scheme(scheme);
        kaspi.device(register(tradePoint, "till-" + tradePoint).orFail());
    }

    @Given("другая касса в торговой точке {long}")
    @Given("another till at trade point {long}")
    public void anotherTill(long tradePoint) {
        kaspi.device(register(tradePoint, "till-" + random.mark()).orFail());
    }

    @Given("касса, о которой банк не знает, по схеме {scheme}")
    @Given("a till that the bank does not know under scheme {scheme}")
    public void unknownTill(Scheme scheme) {
        kaspi.scheme(scheme);
        kaspi.device(UNKNOWN_TILL);
    }

    @When("магазин регистрирует кассу {string} в торговой точке {long}")
    @When("the shop registers till {string} at trade point {long}")
    public void registers(String name, long tradePoint) {
        register(tradePoint, name).value().ifPresent(kaspi::device);
    }

    @When("магазин удаляет кассу")
    @When("the shop removes the till")
    public void removes() {
        scenario.remember(kaspi.bank().delete(kaspi.bin(), kaspi.device()));
    }

    @Then("повторная регистрация кассы {string} в торговой точке {long} даёт ту же кассу")
    @Then("registering till {string} at trade point {long} again gives the same till")
    public void sameTill(String name, long tradePoint) {
        Check.same("the till", kaspi.device(), register(tradePoint, name).orFail());
    }

    @When("магазин спрашивает свои торговые точки")
    @When("the shop asks for its trade points")
    public void asksForTradePoints() {
        scenario.remember(kaspi.bank().tradePoints(kaspi.bin()));
    }

    @Then("среди торговых точек есть {long} {string}")
    @Then("the trade points include {long} {string}")
    public void tradePointListed(long id, String name) {
        List<TradePointEntry> shops =
                scenario.remember(kaspi.bank().tradePoints(kaspi.bin())).orFail();
        Check.that(
                shops.contains(new TradePointEntry(id, name)), "no trade point " + id + " " + name + " among " + shops);
    }

    @When("магазин проверяет связь")
    @When("the shop checks that the bank is there")
    public void pings() {
        scenario.remember(kaspi.bank().ping());
    }

    private Answer<String> register(long tradePoint, String name) {
        return scenario.remember(kaspi.bank()
                .register(kaspi.bin(), kaspi.site().till(name), kaspi.site().tradePoint(tradePoint)));
    }
}
