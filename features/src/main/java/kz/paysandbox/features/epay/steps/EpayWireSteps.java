package kz.paysandbox.features.epay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.epay.driver.Card;
import kz.paysandbox.features.golden.GoldenMessage;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ScenarioContext;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** ePay's wire format: tokens in the shapes that clients send, and the messages that the bank's pages print. */
public final class EpayWireSteps {

    private static final String BOUNDARY = "----kzpay";

    private final ScenarioContext scenario;
    private final EpayContext epay;
    private final EpayTokens tokens;
    private final EpayPlaceholders placeholders;
    private Optional<String> kept = Optional.empty();

    public EpayWireSteps(ScenarioContext scenario, EpayContext epay, EpayTokens tokens, EpayPlaceholders placeholders) {
        this.scenario = scenario;
        this.epay = epay;
        this.tokens = tokens;
        this.placeholders = placeholders;
    }

    @When("в запросе токена {string} — {string}")
    @When("the token is asked for with {string} {string}")
    public void with(String field, String value) {
        tokens.ask(field, value);
    }

    @When("магазин запрашивает токен формой")
    @When("the shop asks for a token by a form")
    public void byForm() {
        remember(epay.line().token(tokens.fields()));
    }

    @When("магазин запрашивает токен как form-data")
    @When("the shop asks for a token by form-data")
    public void byFormData() {
        StringBuilder body = new StringBuilder();
        tokens.fields()
                .forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        body.append("--" + BOUNDARY + "--\r\n");
        remember(epay.line().token("multipart/form-data; boundary=" + BOUNDARY, body.toString()));
    }

    @When("магазин запрашивает токен в JSON")
    @When("the shop asks for a token by JSON")
    public void byJson() {
        remember(epay.line().token("application/json", Json.of(tokens.fields())));
    }

    @When("магазин открывает {string}")
    @When("the shop opens {string}")
    public void opens(String path) {
        remember(epay.line().get(placeholders.fill(path), Optional.of(tokens.forService())));
    }

    @When("магазин открывает {string} с тем же токеном")
    @When("the shop opens {string} with that token")
    public void opensWithThat(String path) {
        remember(epay.line().get(placeholders.fill(path), kept));
    }

    @When("магазин открывает {string} без токена")
    @When("the shop opens {string} without a token")
    public void opensWithout(String path) {
        remember(epay.line().get(placeholders.fill(path), Optional.empty()));
    }

    @When("магазин открывает {string} с токеном {string}")
    @When("the shop opens {string} with token {string}")
    public void opensWith(String path, String token) {
        remember(epay.line().get(placeholders.fill(path), Optional.of(token)));
    }

    @When("магазин вызывает {string} с тем же токеном")
    @When("the shop calls {string} with that token")
    public void calls(String path) {
        remember(epay.line().post(placeholders.fill(path), kept, Map.of()));
    }

    @When("магазин вызывает {string} без токена")
    @When("the shop calls {string} without a token")
    public void callsWithout(String path) {
        remember(epay.line().post(placeholders.fill(path), Optional.empty(), Map.of()));
    }

    @When("магазин отправляет на {string} форму {string}")
    @When("the shop sends to {string} the form {string}")
    public void sendsForm(String path, String pair) {
        String[] parts = pair.split("=", 2);
        remember(epay.line()
                .postForm(placeholders.fill(path), Optional.of(tokens.forService()), Map.of(parts[0], parts[1])));
    }

    @When("магазин отправляет на {string} запрос {string}")
    @When("the shop sends to {string} the request {string}")
    public void sends(String path, String body) {
        JsonNode request = Json.read(placeholders.fill(body.replace('\'', '"')));
        remember(epay.line().post(placeholders.fill(path), Optional.of(tokens.forOrder(request)), map(request)));
    }

    @When("магазин шифрует карту: {card}")
    @When("the shop encrypts {card}")
    public void encrypts(Card typed) {
        placeholders.card(typed);
    }

    @When("магазин отправляет запрос из документа: {string}")
    @When("the shop sends the request that the document prints: {string}")
    public void sendsPrinted(String name) {
        GoldenMessage golden = GoldenMessage.read(name);
        if (!golden.method().equals("POST")) {
            opens(golden.path());
            return;
        }
        String template = golden.request();
        boolean paying = template.contains("${invoiceId}");
        if (paying) {
            epay.order(Json.read(template).path("amount").decimalValue());
        }
        JsonNode request = Json.read(placeholders.fill(template));
        String token = paying ? tokens.forOrder(request) : tokens.forService();
        remember(epay.line().post(placeholders.fill(golden.path()), Optional.of(token), map(request)));
    }

    @Then("в ответе причина {code}")
    @Then("the answer holds reason {code}")
    public void holdsReason(Long code) {
        String body = scenario.line().last().body();
        Check.same("code of " + body, code, Json.read(body).path("code").asLong(Long.MIN_VALUE));
    }

    @When("браузер спрашивает, можно ли странице магазина вызвать {string}")
    @When("a browser asks whether a shop's page may call {string}")
    public void asksWhether(String path) {
        remember(epay.line().preflight(placeholders.fill(path), "https://shop.example"));
    }

    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        return fields;
    }

    private void remember(Response response) {
        JsonNode body = Json.read(response.body());
        if (body.path("access_token").isTextual()) {
            kept = Optional.of(body.path("access_token").asText());
        }
        scenario.remember(Answer.failed(Answer.Outcome.NOT_UNDERSTOOD, "see the wire: " + response.body()));
    }
}
