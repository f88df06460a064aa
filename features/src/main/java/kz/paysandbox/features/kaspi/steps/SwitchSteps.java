package kz.paysandbox.features.kaspi.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Given;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.kaspi.targets.Identity;
import kz.paysandbox.features.steps.ScenarioContext;
import kz.paysandbox.features.wire.Pfx;

/** What the bank, the owner of the shop, or time does behind the cashier's back. */
public final class SwitchSteps {

    /** BINs of the sandbox's organisations besides the scenario's own. */
    private static final List<String> OTHER_ORGANISATIONS = List.of("990340000013", "990340000024", "990340000035");

    private final ScenarioContext scenario;
    private final KaspiContext kaspi;

    public SwitchSteps(ScenarioContext scenario, KaspiContext kaspi) {
        this.scenario = scenario;
        this.kaspi = kaspi;
    }

    @Given("торговая точка {long} отключена")
    @Given("trade point {long} is switched off")
    public void tradePointOff(long id) {
        scenario.control().patch("/tradepoints/" + id, Map.of("active", false));
    }

    @Given("торговой точки {long} больше нет")
    @Given("trade point {long} is gone")
    public void tradePointGone(long id) {
        scenario.control().patch("/tradepoints/" + id, Map.of("removed", true));
    }

    @Given("торговая точка {long} не принимает оплату с QR")
    @Given("trade point {long} takes no QR payments")
    public void noQr(long id) {
        scenario.control().patch("/tradepoints/" + id, Map.of("qrPayments", false));
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
        scenario.control().patch("/devices/" + kaspi.device(), Map.of("active", false));
    }

    @Given("банк пускает магазин только с адреса {string}")
    @Given("the bank admits the shop from address {string} only")
    public void onlyFrom(String address) {
        for (String bin : OTHER_ORGANISATIONS) {
            scenario.control().patch("/organizations/" + bin, Map.of("allowedAddresses", List.of(address)));
        }
        organisation(Map.of("allowedAddresses", List.of(address)));
    }

    /** A new one is revoked, so that no connection is open that has already been admitted. */
    @Given("сертификат магазина отозван")
    @Given("the shop's certificate is revoked")
    public void revoked() {
        Identity before = kaspi.identity();
        scenario.session().discard();
        String own = scenario.control().get("/world").path("name").asText();
        JsonNode renewed = scenario.control().post("/certificates/" + own + "/renew", Map.of());
        Pfx held = new Pfx(
                renewed.path("pfxBase64").asText(), renewed.path("password").asText());
        kaspi.identity(new Identity(before.apiKey(), Optional.of(held)));
        scenario.control().post("/certificates/" + own + "/revoke", Map.of());
    }

    @Given("банк отвечает на {string} кодом {code}")
    @Given("the bank answers {string} with code {code}")
    public void answers(String row, Long code) {
        scenario.fault(row, Map.of("statusCode", code));
    }

    private void organisation(Map<String, ?> change) {
        scenario.control().patch("/organizations/" + kaspi.bin(), change);
    }
}
