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
import kz.paysandbox.features.epay.driver.Belief;
import kz.paysandbox.features.epay.driver.Order;
import kz.paysandbox.features.epay.wire.EpayNotation;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.Scene;
import kz.paysandbox.features.wire.Json;

/** What the bank tells the shop, how badly it may arrive, and what the shop makes of it. */
public final class CallbackSteps {

    private final Scene scene;
    private final EpayScene epay;

    public CallbackSteps(Scene scene, EpayScene epay) {
        this.scene = scene;
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
        epay.mailbox().fails();
    }

    @Given("сервер магазина не отвечает")
    @Given("the shop's server is dead")
    public void dead() {
        epay.mailbox().isDead();
    }

    @Given("сервер магазина думает {int} мс")
    @Given("the shop's server thinks for {int} ms")
    public void thinks(int milliseconds) {
        epay.mailbox().thinks(Duration.ofMillis(milliseconds));
    }

    @When("сервер магазина снова в порядке")
    @When("the shop's server is well again")
    public void well() {
        epay.mailbox().thanks();
    }

    @When("банк повторяет своё сообщение по просьбе магазина")
    @When("the bank repeats its news because the shop asks for it")
    public void replayed() {
        Control control = scene.control();
        String id = control.get("/callbacks").path(0).path("id").asText();
        control.post("/callbacks/" + id + "/replay", Map.of());
    }

    @Then("магазин получил сообщений: {int}")
    @Then("the shop was told {int} time(s)")
    public void told(int times) {
        List<String> letters = letters(times);
        Check.same("the number of messages: " + letters, times, letters.size());
    }

    @Then("в сообщении: {string} — {string}")
    @Then("the news have {string}: {string}")
    public void have(String field, String value) {
        Check.same(
                field + " of " + lastLetter(), value, lastLetter().path(field).asText());
    }

    @Then("сообщение такое, как в документе: {string}")
    @Then("the news are as the document prints them: {string}")
    public void asPrinted(String golden) {
        Check.printed(golden, lastLetter().toString(), EpayNotation.get());
    }

    @Then("магазин считает заказ оплаченным один раз")
    @Then("the shop takes the order as paid once")
    public void once() {
        List<String> letters = letters(1);
        long news = letters.stream()
                .filter(letter -> says(letter, "ok"))
                .filter(letter -> judged(letter) == Belief.NEWS)
                .count();
        Check.same("how often the shop took the order as paid: " + letters, 1L, news);
    }

    @Then("запоздавший отказ ничего не меняет")
    @Then("the late refusal changes nothing")
    public void outdated() {
        for (String letter : letters(1)) {
            if (says(letter, "error")) {
                Check.same("the shop's judgement of " + letter, Belief.OUTDATED, judged(letter));
            }
        }
    }

    @Then("поддельному сообщению с {string} {string} магазин не верит")
    @Then("the shop does not believe forged news with {string} {string}")
    public void forged(String field, String value) {
        JsonNode genuine = lastLetter();
        Map<String, Object> forged = new LinkedHashMap<>();
        genuine.properties().forEach(entry -> forged.put(entry.getKey(), entry.getValue()));
        forged.put(field, field.equals("amount") ? (Object) new BigDecimal(value) : value);
        Belief belief = epay.bank().judge(epay.order(), Json.of(forged)).orFail();
        Check.same("the shop's judgement of " + forged, Belief.NOT_BELIEVED, belief);
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
        return scene.control().get("/callbacks").path(0);
    }

    private Belief judged(String letter) {
        String invoice = Json.read(letter).path("invoiceId").asText();
        Order order = epay.order(invoice).orElseThrow(() -> new AssertionError("told of no order: " + letter));
        return epay.bank().judge(order, letter).orFail();
    }

    private static boolean says(String letter, String code) {
        return Json.read(letter).path("code").asText().equals(code);
    }

    private JsonNode lastLetter() {
        List<String> letters = letters(1);
        Check.that(!letters.isEmpty(), "the shop was told nothing");
        return Json.read(letters.get(letters.size() - 1));
    }

    /** Where a clock can be moved, all that is due has been sent when it stands. */
    private List<String> letters(int atLeast) {
        settle();
        return epay.mailbox().letters(atLeast);
    }

    private void settle() {
        scene.place().control().ifPresent(control -> control.advance(0));
    }

    private void policy(Map<String, ?> change) {
        scene.control().put("/callbacks/policy", change);
    }
}
