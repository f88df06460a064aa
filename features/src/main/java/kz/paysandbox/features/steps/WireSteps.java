package kz.paysandbox.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** What came over the wire last, held against the messages that the bank prints. */
public final class WireSteps {

    private final ScenarioContext scenario;

    public WireSteps(ScenarioContext scenario) {
        this.scenario = scenario;
    }

    @Then("ответ банка такой, как в документе: {string}")
    @Then("the bank's answer is as the document prints it: {string}")
    public void asPrinted(String name) {
        Response seen = scenario.line().last();
        Check.same("HTTP status of " + seen.body(), 200, seen.status());
        Check.printed(name, seen.body(), scenario.notation());
    }

    @Then("HTTP-статус ответа {int}")
    @Then("the HTTP status is {int}")
    public void httpStatus(int status) {
        Check.same(
                "HTTP status of " + scenario.line().last().body(),
                status,
                scenario.line().last().status());
    }

    @Then("в ответе {string} — {string}")
    @Then("the answer has {string} {string}")
    public void has(String field, String value) {
        String body = scenario.line().last().body();
        JsonNode found = Json.read(body);
        for (String name : field.split("\\.", -1)) {
            found = found.path(name);
        }
        Check.same(field + " of " + body, value, found.asText());
    }

    @Then("в тексте ответа есть {string}")
    @Then("the answer's text has {string}")
    public void text(String part) {
        String body = scenario.line().last().body();
        Check.that(body.contains(part.replace('\'', '"')), "the text was to have " + part + ": " + body);
    }

    @Then("ответ — число {string}")
    @Then("the answer has a number {string}")
    public void number(String field) {
        String body = scenario.line().last().body();
        Check.that(Json.read(body).path(field).isNumber(), field + " was to be a number: " + body);
    }

    @Then("покупатель направлен на {string}")
    @Then("the customer is sent to {string}")
    public void sentTo(String beginning) {
        String location = scenario.line().last().location();
        Check.that(location.startsWith(beginning), "a redirect to " + beginning + ": " + location);
    }
}
