package kz.paysandbox.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.targets.Identity;
import kz.paysandbox.features.wire.Pfx;

/** What the bank, the owner of the shop, or time does behind the cashier's back. */
public final class SwitchSteps {

    private final Scene scene;

    public SwitchSteps(Scene scene) {
        this.scene = scene;
    }

    @When("проходит {long} с")
    @When("{long} s pass")
    public void pass(long seconds) {
        scene.control().advance(seconds);
    }

    @Given("торговая точка {long} отключена")
    @Given("trade point {long} is switched off")
    public void tradePointOff(long id) {
        scene.control().patch("/tradepoints/" + id, Map.of("active", false));
    }

    @Given("торговой точки {long} больше нет")
    @Given("trade point {long} is gone")
    public void tradePointGone(long id) {
        scene.control().patch("/tradepoints/" + id, Map.of("removed", true));
    }

    @Given("торговая точка {long} не принимает оплату с QR")
    @Given("trade point {long} takes no QR payments")
    public void noQr(long id) {
        scene.control().patch("/tradepoints/" + id, Map.of("qrPayments", false));
    }

    @Given("у организации нет ни одной торговой точки")
    @Given("the organisation has no trade points")
    public void noTradePoints() {
        for (long id : List.of(1L, 2L, 12L, 23L)) {
            tradePointGone(id);
        }
    }

    @Given("у организации нет доступных способов оплаты")
    @Given("the organisation has no payment methods")
    public void noMethods() {
        organisation(Map.of("paymentMethods", List.of()));
    }

    @Given("организация запрещает частичный возврат")
    @Given("the organisation forbids partial refunds")
    public void noPartialRefunds() {
        organisation(Map.of("partialRefunds", false));
    }

    @Given("банк отключил кассу")
    @Given("the bank has switched the till off")
    public void tillOff() {
        scene.control().patch("/devices/" + scene.device(), Map.of("active", false));
    }

    @Given("банк пускает магазин только с адреса {string}")
    @Given("the bank admits the shop from address {string} only")
    public void onlyFrom(String address) {
        for (String bin : List.of(scene.bin(), "990340000013", "990340000024", "990340000035")) {
            scene.control().patch("/organizations/" + bin, Map.of("allowedAddresses", List.of(address)));
        }
    }

    /** A new one is revoked, so that no connection is open that has already been admitted. */
    @Given("сертификат магазина отозван")
    @Given("the shop's certificate is revoked")
    public void revoked() {
        Identity before = scene.identity();
        scene.place().spoil();
        String own = scene.control().get("/world").path("name").asText();
        JsonNode renewed = scene.control().post("/certificates/" + own + "/renew", Map.of());
        Pfx held = new Pfx(
                renewed.path("pfxBase64").asText(), renewed.path("password").asText());
        scene.identity(new Identity(before.apiKey(), Optional.of(held)));
        scene.control().post("/certificates/" + own + "/revoke", Map.of());
    }

    @Given("банк отвечает на {string} кодом {code}")
    @Given("the bank answers {string} with code {code}")
    public void answers(String row, Long code) {
        scene.fault(row, Map.of("statusCode", code));
    }

    @Given("ответ на {string} теряется после выполнения")
    @Given("the answer to {string} is lost after it was carried out")
    public void lostAfter(String row) {
        scene.fault(row, Map.of("drop", "after"));
    }

    @Given("вместо ответа на {string} приходит страница с ошибкой")
    @Given("{string} is answered with an error page")
    public void errorPage(String row) {
        scene.fault(row, Map.of("body", "html"));
    }

    private void organisation(Map<String, ?> change) {
        scene.control().patch("/organizations/" + scene.bin(), change);
    }
}
