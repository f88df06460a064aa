package kz.paysandbox.features.epay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.features.bank.Control;
import kz.paysandbox.features.epay.driver.CallbackJudgement;
import kz.paysandbox.features.epay.driver.Order;
import kz.paysandbox.features.epay.wire.EpayNotation;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ScenarioContext;
import kz.paysandbox.features.wire.Json;

/** What the bank tells the shop, how badly it may arrive, and what the shop makes of it. */
public final class CallbackSteps {

    private final ScenarioContext scenario;
    private final EpayContext epay;

    public CallbackSteps(ScenarioContext scenario, EpayContext epay) {
        this.scenario = scenario;
        this.epay = epay;
    }

    @Given("банк сообщает обо всём дважды")
    @Given("the bank tells everything twice")
    public void twice() {
        policy(Map.of("duplicates", 1));
    }

    @Given("сообщения банка опаздывают на {int} мин")
    @Given("the bank's news are {int} min late")
    public void late(int minutes) {
        policy(Map.of("delay", "PT" + minutes + "M"));
    }

    @Given("последние сообщения банка приходят первыми")
    @Given("the bank's latest news come first")
    public void reversed() {
        policy(Map.of("delay", "PT1M", "order", "reversed"));
    }

    @Given("банк сообщает магазину раньше, чем отвечает")
    @Given("the bank tells the shop before it answers")
    public void beforeResponse() {
        policy(Map.of("beforeResponse", true));
    }

    @Given("сервер магазина отвечает ошибкой")
    @Given("the shop's server fails")
    public void fails() {
        epay.inbox().answerWithError();
    }

    @Given("сервер магазина не отвечает")
    @Given("the shop's server is dead")
    public void dead() {
        epay.inbox().breakConnections();
    }

    @Given("сервер магазина думает {int} мс")
    @Given("the shop's server thinks for {int} ms")
    public void thinks(int milliseconds) {
        epay.inbox().acknowledgeAfter(Duration.ofMillis(milliseconds));
    }

    @When("сервер магазина снова в порядке")
    @When("the shop's server is well again")
    public void well() {
        epay.inbox().acknowledge();
    }

    @When("банк повторяет своё сообщение по просьбе магазина")
    @When("the bank repeats its news because the shop asks for it")
    public void replayed() {
        Control control = scenario.control();
        String id = control.get("/callbacks").path(0).path("id").asText();
        control.post("/callbacks/" + id + "/replay", Map.of());
    }

    @Then("магазин получил сообщений: {int}")
    @Then("the shop was told {int} time(s)")
    public void told(int times) {
        List<String> messages = messages(times);
        Check.same("the number of messages: " + messages, times, messages.size());
    }

    @Then("в сообщении: {string} — {string}")
    @Then("the news have {string}: {string}")
    public void have(String field, String value) {
        Check.same(
                field + " of " + lastMessage(), value, lastMessage().path(field).asText());
    }

    @Then("сообщение такое, как в документе: {string}")
    @Then("the news are as the document prints them: {string}")
    public void asPrinted(String golden) {
        Check.printed(golden, lastMessage().toString(), EpayNotation.get());
    }

    @Then("магазин считает заказ оплаченным один раз")
    @Then("the shop takes the order as paid once")
    public void once() {
        List<String> messages = messages(1);
        long news = messages.stream()
                .filter(message -> says(message, "ok"))
                .filter(message -> judged(message) == CallbackJudgement.NEWS)
                .count();
        Check.same("how often the shop took the order as paid: " + messages, 1L, news);
    }

    @Then("запоздавший отказ ничего не меняет")
    @Then("the late refusal changes nothing")
    public void outdated() {
        for (String message : messages(1)) {
            if (says(message, "error")) {
                Check.same("the shop's judgement of " + message, CallbackJudgement.OUTDATED, judged(message));
            }
        }
    }

    @Then("поддельному сообщению с {string} {string} магазин не верит")
    @Then("the shop does not believe forged news with {string} {string}")
    public void forged(String field, String value) {
        JsonNode genuine = lastMessage();
        Map<String, Object> forged = new LinkedHashMap<>();
        genuine.properties().forEach(entry -> forged.put(entry.getKey(), entry.getValue()));
        forged.put(field, field.equals("amount") ? (Object) new BigDecimal(value) : value);
        CallbackJudgement belief =
                epay.bank().judge(epay.order(), Json.of(forged)).orFail();
        Check.same("the shop's judgement of " + forged, CallbackJudgement.NOT_BELIEVED, belief);
    }

    @Then("банк ждёт ответа магазина")
    @Then("the bank waits for the shop's answer")
    public void waits() {
        Check.same("attempts that have ended", 0, ledger().path("attempts").size());
    }

    @Then("банк знает, что магазин получил сообщение")
    @Then("the bank knows that the shop was told")
    public void acknowledged() {
        settle();
        Check.same("the bank's ledger", "delivered", ledger().path("state").asText());
    }

    @Then("банк больше не пытается: попыток было {int}")
    @Then("the bank has given up after {int} attempts")
    public void givenUp(int attempts) {
        settle();
        JsonNode ledger = ledger();
        Check.same("attempts of " + ledger, attempts, ledger.path("attempts").size());
        Check.that(!ledger.has("nextAt"), "no further attempt was to come: " + ledger);
    }

    private JsonNode ledger() {
        return scenario.control().get("/callbacks").path(0);
    }

    private CallbackJudgement judged(String message) {
        String invoice = Json.read(message).path("invoiceId").asText();
        Order order = epay.order(invoice).orElseThrow(() -> new AssertionError("told of no order: " + message));
        return epay.bank().judge(order, message).orFail();
    }

    private static boolean says(String message, String code) {
        return Json.read(message).path("code").asText().equals(code);
    }

    private JsonNode lastMessage() {
        List<String> messages = messages(1);
        Check.that(!messages.isEmpty(), "the shop was told nothing");
        return Json.read(messages.get(messages.size() - 1));
    }

    /** Where a clock can be moved, all that is due has been sent when it stands. */
    private List<String> messages(int atLeast) {
        settle();
        return epay.inbox().messages(atLeast);
    }

    private void settle() {
        scenario.session().control().ifPresent(control -> control.advance(0));
    }

    private void policy(Map<String, ?> change) {
        scenario.control().put("/callbacks/policy", change);
    }
}
