package kz.paysandbox.features.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import kz.paysandbox.features.chance.Chance;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Scheme;
import kz.paysandbox.features.driver.Shop;
import kz.paysandbox.features.targets.Identity;

/** The shop and its tills. */
public final class ShopSteps {

    private static final String UNKNOWN_TILL = "00000000-0000-4000-8000-000000000000";

    private final Scene scene;

    private final Chance chance;

    public ShopSteps(Scene scene, Chance chance) {
        this.scene = scene;
        this.chance = chance;
    }

    @Given("магазин работает по схеме {scheme}")
    @Given("a shop under scheme {scheme}")
    public void shop(Scheme scheme) {
        scene.scheme(scheme);
    }

    @Given("магазин без ключа и сертификата обращается по схеме {scheme}")
    @Given("a shop without key and certificate under scheme {scheme}")
    public void stranger(Scheme scheme) {
        scene.scheme(scheme);
        scene.device(UNKNOWN_TILL);
        scene.payment(1);
        scene.returnCode(1);
        scene.identity(Identity.none());
    }

    @Given("организация с БИН {string}")
    @Given("the organisation with BIN {string}")
    public void organisation(String bin) {
        scene.bin(bin);
    }

    @Given("касса в торговой точке {long} по схеме {scheme}")
    @Given("a till at trade point {long} under scheme {scheme}")
    public void till(long tradePoint, Scheme scheme) {
        scene.scheme(scheme);
        scene.device(register(tradePoint, "till-" + tradePoint).orFail());
    }

    @Given("другая касса в торговой точке {long}")
    @Given("another till at trade point {long}")
    public void anotherTill(long tradePoint) {
        scene.device(register(tradePoint, "till-" + chance.mark()).orFail());
    }

    @Given("касса, о которой банк не знает, по схеме {scheme}")
    @Given("a till that the bank does not know under scheme {scheme}")
    public void unknownTill(Scheme scheme) {
        scene.scheme(scheme);
        scene.device(UNKNOWN_TILL);
    }

    @When("магазин регистрирует кассу {string} в торговой точке {long}")
    @When("the shop registers till {string} at trade point {long}")
    public void registers(String name, long tradePoint) {
        register(tradePoint, name).value().ifPresent(scene::device);
    }

    @When("магазин удаляет кассу")
    @When("the shop removes the till")
    public void removes() {
        scene.heard(scene.bank().delete(scene.bin(), scene.device()));
    }

    @Then("повторная регистрация кассы {string} в торговой точке {long} даёт ту же кассу")
    @Then("registering till {string} at trade point {long} again gives the same till")
    public void sameTill(String name, long tradePoint) {
        Check.same("the till", scene.device(), register(tradePoint, name).orFail());
    }

    @When("магазин спрашивает свои торговые точки")
    @When("the shop asks for its trade points")
    public void asksForTradePoints() {
        scene.heard(scene.bank().tradePoints(scene.bin()));
    }

    @Then("среди торговых точек есть {long} {string}")
    @Then("the trade points include {long} {string}")
    public void tradePointListed(long id, String name) {
        List<Shop> shops = scene.heard(scene.bank().tradePoints(scene.bin())).orFail();
        Check.that(shops.contains(new Shop(id, name)), "no trade point " + id + " " + name + " among " + shops);
    }

    @When("магазин проверяет связь")
    @When("the shop checks that the bank is there")
    public void pings() {
        scene.heard(scene.bank().ping());
    }

    private Answer<String> register(long tradePoint, String name) {
        return scene.heard(scene.bank()
                .register(scene.bin(), scene.place().till(name), scene.place().tradePoint(tradePoint)));
    }
}
