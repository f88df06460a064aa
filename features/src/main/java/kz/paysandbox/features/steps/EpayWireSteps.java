package kz.paysandbox.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Card;
import kz.paysandbox.features.golden.Golden;
import kz.paysandbox.features.targets.EpayShop;
import kz.paysandbox.features.wire.CardSeal;
import kz.paysandbox.features.wire.EpayLine;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** ePay's wire format: tokens in the shapes that clients send, and the messages that the bank's pages print. */
public final class EpayWireSteps {

    private static final String SERVICE = "webapi usermanagement email_send verification statement statistics payment";
    private static final String BOUNDARY = "----kzpay";

    private final Scene scene;
    private final EpayScene epay;
    private final Map<String, String> asked = new LinkedHashMap<>();
    private Optional<String> kept = Optional.empty();
    private Optional<Card> card = Optional.empty();

    public EpayWireSteps(Scene scene, EpayScene epay) {
        this.scene = scene;
        this.epay = epay;
    }

    @When("в запросе токена {string} — {string}")
    @When("the token is asked for with {string} {string}")
    public void with(String field, String value) {
        asked.put(field, value);
    }

    @When("магазин запрашивает токен формой")
    @When("the shop asks for a token by a form")
    public void byForm() {
        heard(epay.line().token(fields()));
    }

    @When("магазин запрашивает токен как form-data")
    @When("the shop asks for a token by form-data")
    public void byFormData() {
        StringBuilder body = new StringBuilder();
        fields().forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--" + BOUNDARY + "--\r\n");
        heard(epay.line().token("multipart/form-data; boundary=" + BOUNDARY, body.toString()));
    }

    @When("магазин запрашивает токен в JSON")
    @When("the shop asks for a token by JSON")
    public void byJson() {
        heard(epay.line().token("application/json", Json.of(fields())));
    }

    @When("магазин открывает {string}")
    @When("the shop opens {string}")
    public void opens(String path) {
        heard(epay.line().get(filled(path), Optional.of(serviceToken())));
    }

    @When("магазин открывает {string} с тем же токеном")
    @When("the shop opens {string} with that token")
    public void opensWithThat(String path) {
        heard(epay.line().get(filled(path), kept));
    }

    @When("магазин открывает {string} без токена")
    @When("the shop opens {string} without a token")
    public void opensWithout(String path) {
        heard(epay.line().get(filled(path), Optional.empty()));
    }

    @When("магазин открывает {string} с токеном {string}")
    @When("the shop opens {string} with token {string}")
    public void opensWith(String path, String token) {
        heard(epay.line().get(filled(path), Optional.of(token)));
    }

    @When("магазин вызывает {string} с тем же токеном")
    @When("the shop calls {string} with that token")
    public void calls(String path) {
        heard(epay.line().post(filled(path), kept, Map.of()));
    }

    @When("магазин вызывает {string} без токена")
    @When("the shop calls {string} without a token")
    public void callsWithout(String path) {
        heard(epay.line().post(filled(path), Optional.empty(), Map.of()));
    }

    @When("магазин отправляет на {string} форму {string}")
    @When("the shop sends to {string} the form {string}")
    public void sendsForm(String path, String pair) {
        String[] parts = pair.split("=", 2);
        heard(epay.line().postForm(filled(path), Optional.of(serviceToken()), Map.of(parts[0], parts[1])));
    }

    @When("магазин отправляет на {string} запрос {string}")
    @When("the shop sends to {string} the request {string}")
    public void sends(String path, String body) {
        JsonNode request = Json.read(filled(body.replace('\'', '"')));
        heard(epay.line().post(filled(path), Optional.of(orderToken(request)), map(request)));
    }

    @When("магазин шифрует карту: {card}")
    @When("the shop encrypts {card}")
    public void encrypts(Card typed) {
        card = Optional.of(typed);
    }

    @When("магазин отправляет запрос из документа: {string}")
    @When("the shop sends the request that the document prints: {string}")
    public void sendsPrinted(String name) {
        Golden golden = Golden.read(name);
        if (!golden.method().equals("POST")) {
            opens(golden.path());
            return;
        }
        String template = golden.request();
        boolean paying = template.contains("${invoiceId}");
        if (paying) {
            epay.order(Json.read(template).path("amount").decimalValue());
        }
        JsonNode request = Json.read(filled(template));
        String token = paying ? orderToken(request) : serviceToken();
        heard(epay.line().post(filled(golden.path()), Optional.of(token), map(request)));
    }

    @Then("в ответе причина {code}")
    @Then("the answer holds reason {code}")
    public void holdsReason(Long code) {
        String body = scene.tap().last().body();
        Check.same("code of " + body, code, Json.read(body).path("code").asLong(Long.MIN_VALUE));
    }

    @Then("в ответе {string} — {string}")
    @Then("the answer has {string} {string}")
    public void has(String field, String value) {
        String body = scene.tap().last().body();
        JsonNode found = Json.read(body);
        for (String name : field.split("\\.", -1)) {
            found = found.path(name);
        }
        Check.same(field + " of " + body, value, found.asText());
    }

    @Then("в тексте ответа есть {string}")
    @Then("the answer's text has {string}")
    public void text(String part) {
        String body = scene.tap().last().body();
        Check.that(body.contains(part.replace('\'', '"')), "the text was to have " + part + ": " + body);
    }

    @When("браузер спрашивает, можно ли странице магазина вызвать {string}")
    @When("a browser asks whether a shop's page may call {string}")
    public void asksWhether(String path) {
        heard(epay.line().preflight(filled(path), "https://shop.example"));
    }

    @Then("ответ — число {string}")
    @Then("the answer has a number {string}")
    public void number(String field) {
        String body = scene.tap().last().body();
        Check.that(Json.read(body).path(field).isNumber(), field + " was to be a number: " + body);
    }

    @Then("покупатель направлен на {string}")
    @Then("the customer is sent to {string}")
    public void sentTo(String beginning) {
        String location = scene.tap().last().location();
        Check.that(location.startsWith(beginning), "a redirect to " + beginning + ": " + location);
    }

    private Map<String, String> fields() {
        EpayShop shop = epay.shop();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("scope", SERVICE);
        fields.put("client_id", shop.clientId());
        fields.put("client_secret", shop.secret());
        fields.put("terminal", shop.terminal());
        change(fields);
        return fields;
    }

    /** As the scenario says; an empty value leaves the field out. */
    private void change(Map<String, String> fields) {
        asked.forEach((name, value) -> {
            if (value.isEmpty()) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
        });
    }

    private String serviceToken() {
        return token(fields());
    }

    /** A token for the order that the request is about. */
    private String orderToken(JsonNode request) {
        Map<String, String> fields = fields();
        fields.put("scope", "payment");
        put(fields, "invoiceID", request.path("invoiceId"));
        put(fields, "amount", request.path("amount"));
        put(fields, "currency", request.path("currency"));
        epay.draft().word().ifPresent(word -> fields.put("secret_hash", word));
        change(fields);
        return token(fields);
    }

    private static void put(Map<String, String> fields, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            fields.put(name, value.asText());
        }
    }

    private String token(Map<String, String> fields) {
        Response response = epay.line().token(fields);
        Check.same("HTTP status of " + response.body(), 200, response.status());
        return Json.read(response.body()).path("access_token").asText();
    }

    private String filled(String text) {
        EpayLine line = epay.line();
        String known = text.replace("${terminal}", epay.shop().terminal());
        if (known.contains("${told}")) {
            known = known.replace("${told}", epay.mailbox().address().toString());
        }
        if (known.contains("${cryptogram}")) {
            Card typed = card.orElse(new Card("4405639704015096", "0127", "321"));
            String pem = line.get("/public.rsa", Optional.empty()).body();
            known = known.replace(
                    "${cryptogram}",
                    CardSeal.of(
                            typed.pan(),
                            typed.expiry(),
                            typed.cvc(),
                            epay.shop().terminal(),
                            pem));
        }
        if (known.contains("${shopId}")) {
            known = known.replace("${shopId}", epay.shop().shopId());
        }
        if (known.contains("${new}")) {
            known = known.replace("${new}", epay.order(BigDecimal.TEN).invoice());
        }
        if (known.contains("${id}")) {
            known = known.replace("${id}", epay.sale().id());
        }
        if (known.contains("${card}")) {
            String account = epay.draft().account().orElseThrow();
            known = known.replace(
                    "${card}", epay.bank().cards(account).orFail().get(0).id());
        }
        return known.contains("${invoiceId}")
                ? known.replace("${invoiceId}", epay.order().invoice())
                : known;
    }

    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        return fields;
    }

    private void heard(Response response) {
        JsonNode body = Json.read(response.body());
        if (body.path("access_token").isTextual()) {
            kept = Optional.of(body.path("access_token").asText());
        }
        scene.heard(Answer.failed(Answer.Outcome.NOT_UNDERSTOOD, "see the wire: " + response.body()));
    }
}
