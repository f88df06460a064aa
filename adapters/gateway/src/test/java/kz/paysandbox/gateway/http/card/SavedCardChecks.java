package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.adapters.epay.payment.Card;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Cards that customers keep with a shop. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SavedCardChecks {
    private final TestDatabase database;
    private final GatewayFixture fixture;
    private final CardCustomer customer;
    private String token = "";

    SavedCardChecks(TestDatabase database) {
        this.database = database;
        this.fixture = GatewayFixture.on(database);
        this.customer = new CardCustomer(fixture.world());
    }

    @BeforeAll
    void tokens() {
        token = fixture.cashier("5");
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    private String saved(String account, Card card) {
        HttpAnswer opened =
                CardCustomer.opened(fixture, token, ",\"account_id\":\"" + account + "\",\"save_card\":true");
        customer.pay(opened, card);
        fixture.get("/api/v1/payments/" + opened.text("/payment_id"), token);
        CardCustomer.await(fixture, opened.text("/payment_id"), "completed");
        HttpAnswer cards = fixture.get("/api/v1/cards?account_id=" + account, token);
        assertThat(cards.json().at("/cards")).as(cards.toString()).hasSize(1);
        assertThat(cards.text("/cards/0/card_mask")).contains("...").doesNotContain(card.pan());
        return cards.text("/cards/0/card_id");
    }

    @Test
    void check_32_a_saved_card_is_its_accounts_alone_pays_again_and_is_deleted_at_the_bank() {
        String card = saved("client-1", CardCustomer.GOOD);
        assertThat(fixture.get("/api/v1/cards?account_id=client-2", token)
                        .json()
                        .at("/cards"))
                .isEmpty();
        assertThat(fixture.get("/api/v1/cards?account_id=client-1", fixture.cashier("6"))
                        .json()
                        .at("/cards"))
                .isEmpty();
        assertThat(fixture.get("/api/v1/cards", token).status()).isEqualTo(400);
        HttpAnswer paid = CardCustomer.opened(fixture, token, ",\"saved_card_id\":\"" + card + "\"");
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(paid.text("/status")).isEqualTo("completed");
        assertThat(paid.text("/kind")).isEqualTo("saved_card");
        assertThat(paid.text("/receipt_number")).matches("5-\\d{4}-\\d{6}");
        assertThat(paid.json().has("auth_token")).isFalse();
        HttpAnswer foreign =
                CardCustomer.opened(fixture, token, ",\"saved_card_id\":\"" + card + "\",\"account_id\":\"client-2\"");
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(CardCustomer.opened(fixture, fixture.cashier("6"), ",\"saved_card_id\":\"" + card + "\"")
                        .status())
                .isEqualTo(404);
        assertThat(delete(card, fixture.owner("6")).status()).isEqualTo(404);
        assertThat(delete(card, token).status()).isEqualTo(403);
        assertThat(delete(card, fixture.owner("5")).status()).isEqualTo(204);
        assertThat(delete(card, fixture.owner("5")).status()).isEqualTo(404);
        assertThat(fixture.get("/api/v1/cards?account_id=client-1", token)
                        .json()
                        .at("/cards"))
                .isEmpty();
        assertThat(fixture.gateway()
                        .useCases()
                        .banks()
                        .epay()
                        .orElseThrow()
                        .client()
                        .savedCards("client-1"))
                .isEmpty();
    }

    @Test
    void a_card_that_the_bank_does_not_know_any_more_is_forgotten_all_the_same() {
        String card = saved("client-3", CardCustomer.GOOD);
        fixture.world().faults().loseNextAnswer("epay card deactivate");
        HttpAnswer lost = delete(card, fixture.owner("5"));
        assertThat(lost.status()).isIn(204, 503);
        assertThat(delete(card, fixture.owner("5")).status()).isIn(204, 404);
        assertThat(fixture.get("/api/v1/cards?account_id=client-3", token)
                        .json()
                        .at("/cards"))
                .isEmpty();
    }

    @Test
    void the_customers_bank_may_ask_first() {
        try (GatewayFixture asking = GatewayFixture.over(database, Map.of("epay.saved-card-3ds", "on"))) {
            answered(asking, new CardCustomer(asking.world()));
        }
    }

    private static void answered(GatewayFixture fixture, CardCustomer customer) {
        String token = fixture.cashier("5");
        HttpAnswer opened = CardCustomer.opened(fixture, token, ",\"account_id\":\"client-4\",\"save_card\":true");
        fixture.world()
                .customer()
                .confirm(customer.pay(opened, customer.behaving("3ds")).text("/id"));
        fixture.get("/api/v1/payments/" + opened.text("/payment_id"), token);
        CardCustomer.await(fixture, opened.text("/payment_id"), "completed");
        String card = fixture.get("/api/v1/cards?account_id=client-4", token).text("/cards/0/card_id");
        HttpAnswer asked = CardCustomer.opened(fixture, token, ",\"saved_card_id\":\"" + card + "\"");
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        String id = asked.text("/payment_id");
        assertThat(asked.text("/status")).isEqualTo("processing");
        String termUrl = asked.text("/challenge/term_url");
        assertThat(termUrl)
                .isEqualTo(fixture.uri("/api/v1/payments/" + id + "/3ds").toString());
        HttpAnswer page = fixture.send(
                HttpRequest.newBuilder(fixture.uri("/payment?paymentId=" + id)).GET());
        assertThat(page.body()).contains("name=\"PaReq\"", "name=\"TermUrl\"");
        HttpAnswer acs = customer.send(form(
                asked.text("/challenge/action"),
                "MD=" + url(asked.text("/challenge/md")) + "&PaReq=" + url(asked.text("/challenge/pa_req"))
                        + "&TermUrl=" + url(termUrl)));
        String code = found("id=\"shown-code\"[^>]*>([0-9]+)<", acs.body());
        HttpAnswer answer = customer.send(form(
                asked.text("/challenge/action") + "/answer", "act=confirm&code=" + code + "&TermUrl=" + url(termUrl)));
        String paRes = found("name=\"PaRes\" value=\"([^\"]+)\"", answer.body());
        HttpAnswer wrong = fixture.send(form(termUrl, "MD=other&PaRes=" + url(paRes)));
        assertThat(wrong.status()).isEqualTo(303);
        assertThat(wrong.header("Location"))
                .contains(fixture.uri("/payment?paymentId=" + id).toString());
        assertThat(CardCustomer.kept(fixture, id).status().word()).isEqualTo("processing");
        HttpAnswer back =
                fixture.send(form(termUrl, "MD=" + url(asked.text("/challenge/md")) + "&PaRes=" + url(paRes)));
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location"))
                .contains(fixture.uri("/payment/success?paymentId=" + id).toString());
        assertThat(CardCustomer.kept(fixture, id).status().word()).isEqualTo("completed");
        assertThat(fixture.send(form(termUrl, "MD=x&PaRes=y")).status()).isEqualTo(303);
    }

    private HttpAnswer delete(String card, String by) {
        return fixture.send(fixture.authorized("/api/v1/cards/" + card, by).DELETE());
    }

    private static HttpRequest.Builder form(String url, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
