package kz.paysandbox.features.steps;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.golden.Golden;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** The wire format, held against messages transcribed from the document. */
public final class WireSteps {

    private final Scene scene;

    public WireSteps(Scene scene) {
        this.scene = scene;
    }

    @Then("ответ банка такой, как в документе: {string}")
    @Then("the bank's answer is as the document prints it: {string}")
    public void asPrinted(String name) {
        Response seen = scene.tap().last();
        Check.same("HTTP status of " + seen.body(), 200, seen.status());
        List<String> deviations = Golden.read(name).deviations(Json.read(seen.body()));
        Check.that(deviations.isEmpty(), String.join("; ", deviations) + " in " + seen.body());
    }

    @When("касса отправляет запрос из документа: {string}")
    @When("the till sends the request that the document prints: {string}")
    public void sendsPrinted(String name) {
        Golden golden = Golden.read(name);
        keep(scene.line().post(golden.path(), fill(golden.request())));
    }

    @When("касса отправляет на {string} запрос {string}")
    @When("the till sends to {string} the request {string}")
    public void sends(String path, String body) {
        keep(scene.line().post(path, quoted(body)));
    }

    @When("касса открывает {string}")
    @When("the till opens {string}")
    public void opens(String path) {
        keep(scene.line().get(path));
    }

    @Then("HTTP-статус ответа {int}")
    @Then("the HTTP status is {int}")
    public void httpStatus(int status) {
        Check.same(
                "HTTP status of " + scene.tap().last().body(),
                status,
                scene.tap().last().status());
    }

    @Then("в ответе код {code}")
    @Then("the answer holds code {code}")
    public void holdsCode(Long code) {
        String body = scene.line().last().body();
        Check.same(
                "StatusCode of " + body,
                code,
                Json.read(body).path("StatusCode").asLong(Long.MIN_VALUE));
    }

    private String fill(String text) {
        return text.replace("${DeviceToken}", scene.device())
                .replace("${PaymentId}", String.valueOf(scene.anyPayment()))
                .replace("${ReturnId}", String.valueOf(scene.returnCode().orElse(0L)));
    }

    private String quoted(String body) {
        String json = body.replace('\'', '"');
        return json.contains("DEVICE") ? json.replace("DEVICE", scene.device()) : json;
    }

    private void keep(Response response) {
        scene.heard(Answer.failed(Answer.Outcome.NOT_UNDERSTOOD, "see the wire: " + response.body()));
    }
}
