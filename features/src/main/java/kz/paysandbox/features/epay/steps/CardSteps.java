package kz.paysandbox.features.epay.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Set;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.Answer.Outcome;
import kz.paysandbox.features.epay.driver.Card;
import kz.paysandbox.features.epay.driver.CardSale;
import kz.paysandbox.features.epay.driver.CardTransaction;
import kz.paysandbox.features.epay.driver.SavedCard;
import kz.paysandbox.features.epay.steps.EpayParameterTypes.CardStatus;
import kz.paysandbox.features.steps.Check;
import kz.paysandbox.features.steps.ParameterTypes.Amount;
import kz.paysandbox.features.steps.ScenarioContext;

/** Payments by card, typed or kept, and what the bank's books say of them. */
public final class CardSteps {

    private static final long NOT_FOUND = 102;

    private final ScenarioContext scenario;
    private final EpayContext epay;

    public CardSteps(ScenarioContext scenario, EpayContext epay) {
        this.scenario = scenario;
        this.epay = epay;
    }

    @When("покупатель платит {amount} тенге {card}")
    @When("the customer pays {amount} tenge by {card}")
    public void pays(Amount amount, Card card) {
        paid(epay.bank().pay(epay.order(amount.tenge()), card));
    }

    @Given("{amount} тенге оплачены {card}")
    @Given("{amount} tenge are paid by {card}")
    public void havePaid(Amount amount, Card card) {
        pays(amount, card);
        scenario.answer().orFail();
    }

    @When("покупатель платит за тот же заказ {card}")
    @When("the customer pays for the same order by {card}")
    public void paysAgain(Card card) {
        paid(epay.bank().pay(epay.order(), card));
    }

    @When("покупатель платит {amount} тенге по заказу {string} {card}")
    @When("the customer pays {amount} tenge for order {string} by {card}")
    public void paysOrder(Amount amount, String invoice, Card card) {
        paid(epay.bank().pay(epay.order(invoice, amount.tenge()), card));
    }

    @When("магазин списывает с запомненной карты {amount} тенге")
    @When("the shop charges the kept card {amount} tenge")
    public void paysByKept(Amount amount) {
        String card = kept().get(0).id();
        paid(epay.bank().payByKept(epay.order(amount.tenge()), card));
    }

    @When("магазин списывает {amount} тенге с карты, которой не помнит")
    @When("the shop charges a card that it has not kept {amount} tenge")
    public void paysByUnknown(Amount amount) {
        paid(epay.bank().payByKept(epay.order(amount.tenge()), EpayContext.UNKNOWN_ID));
    }

    @When("магазин списывает {amount} тенге с забытой карты")
    @When("the shop charges the forgotten card {amount} tenge")
    public void paysByForgotten(Amount amount) {
        String card = kept().get(0).id();
        scenario.remember(epay.bank().forget(card)).orFail();
        paid(epay.bank().payByKept(epay.order(amount.tenge()), card));
    }

    @When("магазин забывает карту")
    @When("the shop forgets the card")
    public void forgets() {
        scenario.remember(epay.bank().forget(kept().get(0).id()));
    }

    @When("магазин забывает карту, которой не помнит")
    @When("the shop forgets a card that it has not kept")
    public void forgetsUnknown() {
        scenario.remember(epay.bank().forget(EpayContext.UNKNOWN_ID));
    }

    @Then("у покупателя запомнено карт: {int}")
    @Then("the customer has {int} kept card(s)")
    public void keptCards(int count) {
        Check.same(
                "the kept cards",
                (long) count,
                kept().stream().filter(SavedCard::usable).count());
    }

    @Then("номер запомненной карты скрыт: {string}")
    @Then("the kept card's number is hidden: {string}")
    public void hidden(String mask) {
        Check.same("the kept card", mask, kept().get(0).mask());
    }

    @Then("банк даёт ключ для карт")
    @Then("the bank gives its key for cards")
    public void key() {
        Check.same("the key", true, scenario.remember(epay.bank().key()).orFail());
    }

    @When("магазин спрашивает, что стало с заказом")
    @When("the shop asks what became of the order")
    public void asks() {
        scenario.remember(epay.bank().books(epay.order().invoice()));
    }

    @When("магазин спрашивает, что стало с заказом {string}")
    @When("the shop asks what became of order {string}")
    public void asks(String invoice) {
        scenario.remember(epay.bank().books(invoice));
    }

    @Then("платёж {cardStatus}")
    @Then("the payment is {cardStatus}")
    public void stands(CardStatus status) {
        Check.same("the payment", status.wire(), books().status());
    }

    @Then("у магазина осталось {amount} из {amount} тенге")
    @Then("the shop has {amount} of {amount} tenge")
    public void left(Amount left, Amount amount) {
        CardTransaction seen = books();
        Check.that(seen.amount().compareTo(amount.tenge()) == 0, "what was paid: " + seen);
        Check.that(seen.left().compareTo(left.tenge()) == 0, "what the shop still has: " + seen);
    }

    @Then("банк считает заказ отклонённым")
    @Then("the bank has the order as declined")
    public void declined() {
        bookedAs(Set.of("REJECT", "FAILED"));
    }

    @Then("банк о заказе не знает")
    @Then("the bank does not know the order")
    public void unknown() {
        Answer<CardTransaction> answer =
                scenario.remember(epay.bank().books(epay.order().invoice()));
        Check.same("the books (" + answer + ")", Outcome.REFUSED, answer.outcome());
        Check.same("the resultCode (" + answer + ")", NOT_FOUND, answer.code());
    }

    @Then("оплата ещё в пути")
    @Then("the payment is under way")
    public void underWay() {
        bookedAs(Set.of("NEW", "3D"));
    }

    private void bookedAs(Set<String> statuses) {
        CardTransaction seen = books();
        Check.that(statuses.contains(seen.status()), "the books (" + seen + "): expected one of " + statuses);
    }

    private CardTransaction books() {
        return scenario.remember(epay.bank().books(epay.order().invoice())).orFail();
    }

    private List<SavedCard> kept() {
        String account = epay.draft().account().orElseThrow(() -> new AssertionError("the scenario names no customer"));
        return scenario.remember(epay.bank().cards(account)).orFail();
    }

    private void paid(Answer<CardSale> answer) {
        scenario.remember(answer).value().ifPresent(epay::sale);
    }
}
