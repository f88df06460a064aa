package kz.paysandbox.features.kaspi.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.golden.GoldenMessage;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ScenarioContext;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** The wire format of Kaspi Pay: requests as the document prints them, and any other. */
public final class KaspiWireSteps {

    private final ScenarioContext scenario;
    private final KaspiContext kaspi;

    public KaspiWireSteps(ScenarioContext scenario, KaspiContext kaspi) {
        this.scenario = scenario;
        this.kaspi = kaspi;
    }

    @When("касса отправляет запрос из документа: {string}")
    @When("the till sends the request that the document prints: {string}")
    public void sendsPrinted(String name) {
        GoldenMessage golden = GoldenMessage.read(name);
        keep(kaspi.line().post(golden.path(), fill(golden.request())));
    }

    @When("касса отправляет на {string} запрос {string}")
    @When("the till sends to {string} the request {string}")
    public void sends(String path, String body) {
        keep(kaspi.line().post(path, quoted(body)));
    }

    @When("касса открывает {string}")
    @When("the till opens {string}")
    public void opens(String path) {
        keep(kaspi.line().get(path));
    }

    @Then("в ответе код {code}")
    @Then("the answer holds code {code}")
    public void holdsCode(Long code) {
        String body = kaspi.line().last().body();
        Check.same(
                "StatusCode of " + body,
                code,
                Json.read(body).path("StatusCode").asLong(Long.MIN_VALUE));
    }

    private String fill(String text) {
        return text.replace("${DeviceToken}", kaspi.device())
                .replace("${PaymentId}", String.valueOf(kaspi.anyPayment()))
                .replace("${ReturnId}", String.valueOf(kaspi.returnCode().orElse(0L)));
    }

    private String quoted(String body) {
        String json = body.replace('\'', '"');
        return json.contains("DEVICE") ? json.replace("DEVICE", kaspi.device()) : json;
    }

    private void keep(Response response) {
        scenario.remember(Answer.failed(Answer.Outcome.NOT_UNDERSTOOD, "see the wire: " + response.body()));
    }
}
