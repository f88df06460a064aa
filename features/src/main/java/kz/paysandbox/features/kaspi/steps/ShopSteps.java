package kz.paysandbox.features.kaspi.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import kz.paysandbox.features.chance.Chance;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.kaspi.driver.Shop;
import kz.paysandbox.features.kaspi.targets.Identity;
import kz.paysandbox.features.kaspi.wire.Scheme;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.Scene;

/** The shop and its tills. */
public final class ShopSteps {

    private static final String UNKNOWN_TILL = "00000000-0000-4000-8000-000000000000";

    private final Scene scene;
    private final KaspiScene kaspi;

    private final Chance chance;

    public ShopSteps(Scene scene, KaspiScene kaspi, Chance chance) {
        this.scene = scene;
        this.kaspi = kaspi;
        this.chance = chance;
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
        kaspi.device(register(tradePoint, "till-" + chance.mark()).orFail());
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
        scene.heard(kaspi.bank().delete(kaspi.bin(), kaspi.device()));
    }

    @Then("повторная регистрация кассы {string} в торговой точке {long} даёт ту же кассу")
    @Then("registering till {string} at trade point {long} again gives the same till")
    public void sameTill(String name, long tradePoint) {
        Check.same("the till", kaspi.device(), register(tradePoint, name).orFail());
    }

    @When("магазин спрашивает свои торговые точки")
    @When("the shop asks for its trade points")
    public void asksForTradePoints() {
        scene.heard(kaspi.bank().tradePoints(kaspi.bin()));
    }

    @Then("среди торговых точек есть {long} {string}")
    @Then("the trade points include {long} {string}")
    public void tradePointListed(long id, String name) {
        List<Shop> shops = scene.heard(kaspi.bank().tradePoints(kaspi.bin())).orFail();
        Check.that(shops.contains(new Shop(id, name)), "no trade point " + id + " " + name + " among " + shops);
    }

    @When("магазин проверяет связь")
    @When("the shop checks that the bank is there")
    public void pings() {
        scene.heard(kaspi.bank().ping());
    }

    private Answer<String> register(long tradePoint, String name) {
        return scene.heard(kaspi.bank()
                .register(kaspi.bin(), kaspi.site().till(name), kaspi.site().tradePoint(tradePoint)));
    }
}
